import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bundle, Manifest } from '../../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { digest } from '../../compiler/hash.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import { describeFailure, verifyBundle, type BundleFailure } from '../../compiler/5-pack/verify.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import { cluster, input, noise, route } from './resources.ts';

const bundle = pack(
  input([
    cluster('a', noise(50, 1)),
    cluster('b', noise(50, 2)),
    route('large', noise(150_000, 3)),
    route('r', noise(9, 4)),
  ]),
);

function failureOf(broken: Bundle): BundleFailure {
  const failure = verifyBundle(broken);
  if (!failure) throw new Error('the bundle is whole');
  expect(describeFailure(failure)).toContain(broken.id);
  return failure;
}

/** A bundle of other chunks, with a manifest to match, as a publisher with a fault would make it. */
function misbuilt(change: {
  chunk?: (bytes: Uint8Array) => Uint8Array;
  manifest?: (manifest: Manifest) => unknown;
}): Bundle {
  const renamed = new Map<string, string>();
  const chunks = new Map<string, Uint8Array>();
  for (const [name, bytes] of bundle.chunks) {
    const next = change.chunk?.(bytes) ?? bytes;
    renamed.set(name, digest(next));
    chunks.set(digest(next), next);
  }
  const text = JSON.stringify(change.manifest?.(bundle.manifest) ?? bundle.manifest);
  const manifest: Manifest = JSON.parse(text.replaceAll(/[0-9a-f]{64}/g, (name) => renamed.get(name) ?? name));
  const manifestBytes = canonicalBytes(manifest);
  return { id: digest(manifestBytes), manifest, manifestBytes, chunks };
}

/** A Resource of name "a", version "1" and an empty Any. */
const RESOURCE = [0x1a, 1, 0x61, 0x0a, 1, 0x31, 0x12, 0];
/** Of type URL "t" and name "n". */
const REQUIREMENT = [0x0a, 1, 0x74, 0x12, 1, 0x6e];

/** Verifies a bundle whose only block has these bytes. */
function verifyBlock(resources: number, block: readonly number[]): BundleFailure | undefined {
  const bytes = Uint8Array.from(block);
  const blocks = [{ resources, bytes: bytes.length, chunks: [digest(bytes)] }];
  const sections = [{ typeUrl: TypeUrl.cluster, version: 'v', resources, blocks }];
  const manifestBytes = canonicalBytes({ ...bundle.manifest, sections });
  return verifyBundle({ id: digest(manifestBytes), manifestBytes, chunks: new Map([[digest(bytes), bytes]]) });
}

const eachBlock = (manifest: Manifest, change: (block: Manifest['sections'][0]['blocks'][0]) => object): unknown => ({
  ...manifest,
  sections: manifest.sections.map((section) => ({ ...section, blocks: section.blocks.map(change) })),
});

describe('a bundle', () => {
  test('that is whole has no failure', () => expect(verifyBundle(bundle)).toBeUndefined());

  test('with one flipped bit, wherever it is, names what is broken', () => {
    const objects = [['manifest', bundle.manifestBytes], ...bundle.chunks] as const;
    fc.assert(
      fc.property(fc.nat({ max: objects.length - 1 }), fc.nat(), fc.nat({ max: 7 }), (index, place, bit) => {
        const [name, bytes] = objects[index] ?? ['manifest', bundle.manifestBytes];
        const flipped = bytes.slice();
        flipped.set([(flipped[place % flipped.length] ?? 0) ^ (1 << bit)], place % flipped.length);
        if (name === 'manifest') {
          expect(failureOf({ ...bundle, manifestBytes: flipped }).code).toBe('manifest-altered');
        } else {
          const chunks = new Map([...bundle.chunks, [name, flipped]]);
          expect(failureOf({ ...bundle, chunks })).toMatchObject({ code: 'chunk-altered', chunk: name });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('without one of its chunks names it', () => {
    for (const chunk of bundle.chunks.keys()) {
      const chunks = new Map([...bundle.chunks].filter(([name]) => name !== chunk));
      expect(failureOf({ ...bundle, chunks })).toMatchObject({ code: 'chunk-missing', chunk });
    }
  });
});

describe('a bundle whose digests are right, but', () => {
  test('whose format is another', () => {
    const broken = misbuilt({ manifest: (manifest) => ({ ...manifest, format: 'enroute.dev/bundle/v9' }) });
    expect(failureOf(broken)).toMatchObject({ code: 'manifest-unsupported', format: 'enroute.dev/bundle/v9' });
  });

  test.each([
    ['no sections', { sections: undefined }],
    ['a text for a count', { sections: [{ ...bundle.manifest.sections[0], resources: '2' }] }],
    [
      'a digest in capitals',
      {
        sections: [{ ...bundle.manifest.sections[0], blocks: [{ resources: 1, bytes: 1, chunks: ['A'.repeat(64)] }] }],
      },
    ],
    ['a label that is no text', { nodes: { clusters: [], ids: [], labels: { a: 1 } } }],
    ['a secret without a provider', { secrets: [{ name: 'a', type: 'generic' }] }],
  ])('whose manifest has %s', (_, more) => {
    const broken = misbuilt({ manifest: (manifest) => ({ ...manifest, ...more }) });
    expect(failureOf(broken)).toMatchObject({ code: 'manifest-malformed' });
  });

  test('whose manifest says another length', () => {
    const broken = misbuilt({ manifest: (manifest) => eachBlock(manifest, (block) => ({ ...block, bytes: 7 })) });
    expect(failureOf(broken)).toMatchObject({ code: 'block-malformed', typeUrl: TypeUrl.cluster, block: 0 });
  });

  test('whose manifest says another number of resources', () => {
    const broken = misbuilt({ manifest: (manifest) => eachBlock(manifest, (block) => ({ ...block, resources: 7 })) });
    expect(failureOf(broken)).toMatchObject({ code: 'block-malformed', typeUrl: TypeUrl.cluster, block: 0 });
  });

  test('whose resources are in another order', () => {
    const names = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte) => (byte === 0x61 ? 0x7a : byte)); // "a" to "z"
    const failure = failureOf(misbuilt({ chunk: (bytes) => (bytes.length < 1_000 ? names(bytes) : bytes) }));
    expect(failure).toMatchObject({ code: 'block-malformed', typeUrl: TypeUrl.cluster });
    expect(describeFailure(failure)).toMatch(/does not stand in name order/);
  });

  test('that holds a resource twice', () => {
    const failure = verifyBlock(2, [0x12, 8, ...RESOURCE, 0x12, 8, ...RESOURCE]);
    expect(failure).toMatchObject({ code: 'block-malformed', reason: 'a does not stand in name order' });
  });

  test('whose resources say more than they may', () => {
    const malformed = { code: 'block-malformed' };
    expect(verifyBlock(1, [0x12, 8, ...RESOURCE, 0x1a, 6, ...REQUIREMENT])).toBeUndefined();
    // Field 7 of a Resource is its cache_control, which the layout leaves no room for.
    expect(verifyBlock(1, [0x12, 10, ...RESOURCE, 0x3a, 0])).toMatchObject(malformed);
    expect(verifyBlock(1, [0x12, 8, ...RESOURCE, 0x1a, 8, ...REQUIREMENT, 0x1a, 0])).toMatchObject(malformed);
    expect(verifyBlock(1, [0x1a, 6, ...REQUIREMENT])).toMatchObject(malformed);
  });

  test('whose blocks are no blocks', () => {
    for (const chunk of [noise(100, 9), new Uint8Array(3), Uint8Array.of(0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)]) {
      expect(failureOf(misbuilt({ chunk: () => chunk }))).toMatchObject({ code: 'block-malformed', block: 0 });
    }
  });

  test('whose blocks are cut off anywhere', () => {
    const [first = noise(0, 0)] = bundle.chunks.values();
    for (let length = 1; length < first.length; length++) {
      const broken = misbuilt({ chunk: (bytes) => (bytes === first ? bytes.subarray(0, length) : bytes) });
      expect(failureOf(broken)).toMatchObject({ code: 'block-malformed', typeUrl: TypeUrl.cluster });
    }
  });
});
