import { describe, expect, test } from 'vitest';
import type { Bundle, PackedResource } from '../../compiler/5-pack/bundle.ts';
import { createPackMemo } from '../../compiler/5-pack/memo.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import { blockBytes, readBlock, type Entry } from '../../compiler/5-pack/read.ts';
import { TypeUrl } from '../../compiler/xds/resource-types.ts';
import { cluster, endpoint, input, manyResources, noise, route } from './resources.ts';

const entriesOf = (bundle: Bundle): Entry[] =>
  bundle.manifest.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => readBlock(blockBytes(block, bundle.chunks))),
  );

const newChunks = (before: Bundle, after: Bundle): string[] =>
  [...after.chunks.keys()].filter((digest) => !before.chunks.has(digest));

/** Every third from the front, then the rest, the other way round. */
const shuffled = <T>(items: readonly T[]): T[] => [
  ...items.filter((_, index) => index % 3 === 0),
  ...items.filter((_, index) => index % 3 !== 0).reverse(),
];

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
    const clusters = manifest.sections[0]?.blocks.flatMap((block) => readBlock(blockBytes(block, chunks)));
    expect(clusters?.map(({ name }) => name)).toEqual(['B', 'a', 'b']);
  });
});
