/** What changes from one bundle to the next, by resource and in bytes. */
import type { Block, Bundle, Section } from './bundle.ts';
import { chunksOfManifest } from './manifest.ts';
import { blockBytes, readBlock } from './read.ts';

/** What happens to the resources of one type. Names are in name order. */
export interface TypeDiff {
  readonly typeUrl: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export interface BundleDiff {
  /** Only types with a difference: the new bundle's in its order, then those that it no longer has. */
  readonly types: readonly TypeDiff[];
  /** What whoever has the old bundle still needs for the new one. Not nothing if only requirements have changed. */
  readonly move: { readonly chunks: number; readonly bytes: number };
}

/** The parts of a bundle that are compared. */
export type ComparedBundle = Pick<Bundle, 'manifest' | 'chunks'>;

/**
 * Compares two bundles; without an old one, everything is added. Only blocks that differ are read.
 * @throws MalformedBlock if a bundle is not whole; `verifyBundle` tells beforehand.
 */
export function diffBundles(before: ComparedBundle | undefined, after: ComparedBundle): BundleDiff {
  const old = new Map(before?.manifest.sections.map((section) => [section.typeUrl, section]));
  const now = new Map(after.manifest.sections.map((section) => [section.typeUrl, section]));
  const types = [...new Set([...now.keys(), ...old.keys()])].map((typeUrl) => {
    const [gone, come] = differingBlocks(old.get(typeUrl), now.get(typeUrl));
    return diffVersions(typeUrl, versionsIn(gone, before), versionsIn(come, after));
  });
  return {
    types: types.filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0),
    move: chunksToMove(before, after),
  };
}

/** The blocks that only one of two sections has. */
function differingBlocks(old: Section | undefined, now: Section | undefined): [Block[], Block[]] {
  const known = new Set(old?.blocks.map(blockKey));
  const kept = new Set(now?.blocks.map(blockKey));
  return [
    (old?.blocks ?? []).filter((block) => !kept.has(blockKey(block))),
    (now?.blocks ?? []).filter((block) => !known.has(blockKey(block))),
  ];
}

const blockKey = ({ chunks }: Block): string => chunks.join();

function versionsIn(blocks: readonly Block[], bundle: ComparedBundle | undefined): ReadonlyMap<string, string> {
  if (!bundle) return new Map();
  const entries = blocks.flatMap((block) => readBlock(blockBytes(block, bundle.chunks)));
  return new Map(entries.map(({ name, version }) => [name, version]));
}

function diffVersions(typeUrl: string, old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): TypeDiff {
  const names = [...now.keys()];
  return {
    typeUrl,
    added: names.filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
    changed: names.filter((name) => old.has(name) && old.get(name) !== now.get(name)),
  };
}

function chunksToMove(before: ComparedBundle | undefined, after: ComparedBundle): BundleDiff['move'] {
  const known = new Set(before && chunksOfManifest(before.manifest));
  const missing = chunksOfManifest(after.manifest).filter((digest) => !known.has(digest));
  const bytes = missing.reduce((sum, digest) => sum + (after.chunks.get(digest)?.length ?? 0), 0);
  return { chunks: missing.length, bytes };
}
