/** Packs the resources of one gateway into a bundle. */
import { SEND_ORDER } from '../xds/resource-types.ts';
import { divideIntoBlocks } from './blocks.ts';
import { BUNDLE_FORMAT, type Bundle, type Manifest, type PackedResource, type Section } from './bundle.ts';
import { canonicalBytes } from '../canonical-json.ts';
import { digest, textVersion } from '../hash.ts';
import { createPackMemo, rememberedBlock, type PackedBlock, type PackMemo } from './memo.ts';
import { packBlock } from './pack-block.ts';

/** A gateway's resources in any order, and what its manifest says about them. */
export interface PackInput extends Omit<Manifest, 'format' | 'sections'> {
  readonly resources: readonly PackedResource[];
}

/**
 * Packs resources into a bundle. The order of resources and secrets does not matter; that of requirements is kept.
 *
 * Sections stand in xDS send order, types that it does not name after all others; resources and secrets are sorted by
 * name, in the order of UTF-16 code units, for no other reason than that the same resources give the same bytes.
 * @param memo Made for this gateway by `createPackMemo`, and updated: unchanged blocks are not packed again.
 * @throws Error if two resources of a type share a name; linking and lowering rule that out.
 */
export function pack(input: PackInput, memo: PackMemo = createPackMemo()): Bundle {
  const { resources, secrets, gateway, nodes, compiler, envoy, source, discovery, rollout, patches } = input;
  const packed = byType(resources).map(([typeUrl, ofType]) => ({ typeUrl, blocks: packBlocks(ofType, memo) }));
  const blocks = packed.flatMap((section) => section.blocks);
  memo.blocks = new Map(blocks.map((block) => [block.key, block]));

  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    gateway,
    nodes,
    compiler,
    envoy,
    source,
    sections: packed.map(toSection),
    secrets: secrets.toSorted(byName),
    ...(discovery && { discovery: discovery.toSorted(byName) }),
    ...(rollout && { rollout }),
    ...(patches && { patches }),
  };
  const manifestBytes = canonicalBytes(manifest);
  const chunks = new Map(blocks.flatMap((block) => block.chunks.map(({ digest, bytes }) => [digest, bytes])));
  return { id: digest(manifestBytes), manifest, manifestBytes, chunks };
}

/** The resources of each type in send order. */
function byType(resources: readonly PackedResource[]): [string, PackedResource[]][] {
  const types = new Map<string, PackedResource[]>();
  for (const resource of resources) {
    const ofType = types.get(resource.typeUrl);
    if (ofType) ofType.push(resource);
    else types.set(resource.typeUrl, [resource]);
  }
  return [...types].sort(([a], [b]) => sendRank(a) - sendRank(b) || (a < b ? -1 : 1));
}

const sendRank = (typeUrl: string): number => {
  const rank = SEND_ORDER.indexOf(typeUrl);
  return rank < 0 ? SEND_ORDER.length : rank;
};

function packBlocks(ofType: readonly PackedResource[], memo: PackMemo): PackedBlock[] {
  const sorted = ofType.toSorted(byName);
  refuseDuplicates(sorted);
  return divideIntoBlocks(sorted).map((resources) => rememberedBlock(resources, memo) ?? packBlock(resources, memo));
}

function refuseDuplicates(sorted: readonly PackedResource[]): void {
  const twice = sorted.find(({ name }, index) => name === sorted[index + 1]?.name);
  if (twice) throw new Error(`two resources of type ${twice.typeUrl} are named ${twice.name}`);
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

const toSection = ({ typeUrl, blocks }: { typeUrl: string; blocks: readonly PackedBlock[] }): Section => ({
  typeUrl,
  version: textVersion(blocks.map(({ versions }) => versions).join()),
  resources: blocks.reduce((sum, { block }) => sum + block.resources, 0),
  blocks: blocks.map(({ block }) => block),
});
