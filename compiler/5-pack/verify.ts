/** Finds out whether a bundle is whole: every digest right, every block readable. */
import type { Block, Bundle, Digest, Manifest, Section } from './bundle.ts';
import { digest } from '../hash.ts';
import { parseManifest } from './manifest.ts';
import { blockBytes, MalformedBlock, readBlock } from './read.ts';

/** What is wrong with a bundle. The names of the chunks say which objects of a bucket are broken. */
export type BundleFailure =
  /** The manifest's bytes are not those that the bundle's id names. */
  | { readonly code: 'manifest-altered'; readonly bundle: Digest; readonly actual: Digest }
  /** Its bytes are right, but they are no manifest. */
  | { readonly code: 'manifest-malformed'; readonly bundle: Digest; readonly reason: string }
  /** It is of a format that this version does not know. */
  | { readonly code: 'manifest-unsupported'; readonly bundle: Digest; readonly format: string }
  | { readonly code: 'chunk-missing'; readonly bundle: Digest; readonly typeUrl: string; readonly chunk: Digest }
  /** The chunk's bytes are not those that its digest names. */
  | {
      readonly code: 'chunk-altered';
      readonly bundle: Digest;
      readonly typeUrl: string;
      readonly chunk: Digest;
      readonly actual: Digest;
    }
  /** All digests are right, but the block is not what the manifest says. */
  | {
      readonly code: 'block-malformed';
      readonly bundle: Digest;
      readonly typeUrl: string;
      readonly block: number;
      readonly reason: string;
    };

/** The parts of a bundle that are checked, as they come from a bucket. */
export type UnverifiedBundle = Pick<Bundle, 'id' | 'manifestBytes' | 'chunks'>;

/** A sentence about a failure, for logs and people. */
export function describeFailure(failure: BundleFailure): string {
  const bundle = `bundle ${failure.bundle}`;
  switch (failure.code) {
    case 'manifest-altered':
      return `the manifest of ${bundle} has been altered: its digest is ${failure.actual}`;
    case 'manifest-malformed':
      return `the manifest of ${bundle} is malformed: ${failure.reason}`;
    case 'manifest-unsupported':
      return `${bundle} is of format ${JSON.stringify(failure.format)}, which this version does not know`;
    case 'chunk-missing':
      return `chunk ${failure.chunk} of ${bundle} is missing (${failure.typeUrl})`;
    case 'chunk-altered':
      return `chunk ${failure.chunk} of ${bundle} has been altered: its digest is ${failure.actual} (${failure.typeUrl})`;
    case 'block-malformed':
      return `block ${failure.block} of ${bundle} is malformed: ${failure.reason} (${failure.typeUrl})`;
  }
}

/** The first thing that is wrong with a bundle; nothing if it is whole. */
export function verifyBundle({ id, manifestBytes, chunks }: UnverifiedBundle): BundleFailure | undefined {
  const checked = verifyManifest(id, manifestBytes);
  if ('failure' in checked) return checked.failure;

  for (const section of checked.manifest.sections) {
    const failure = verifyChunks(id, section, chunks) ?? verifyEntries(id, section, chunks);
    if (failure) return failure;
  }
  return undefined;
}

/** Reads a manifest whose digest is that of the bundle. */
export function verifyManifest(
  bundle: Digest,
  bytes: Uint8Array,
): { readonly manifest: Manifest } | { readonly failure: BundleFailure } {
  const actual = digest(bytes);
  if (actual !== bundle) return { failure: { code: 'manifest-altered', bundle, actual } };
  const parsed = parseManifest(bytes);
  switch (parsed.status) {
    case 'parsed':
      return { manifest: parsed.manifest };
    case 'malformed':
      return { failure: { code: 'manifest-malformed', bundle, reason: parsed.reason } };
    case 'unsupported':
      return { failure: { code: 'manifest-unsupported', bundle, format: parsed.format } };
  }
}

function verifyChunks(
  bundle: Digest,
  { typeUrl, blocks }: Section,
  chunks: Bundle['chunks'],
): BundleFailure | undefined {
  for (const chunk of blocks.flatMap((block) => block.chunks)) {
    const bytes = chunks.get(chunk);
    if (!bytes) return { code: 'chunk-missing', bundle, typeUrl, chunk };
    const actual = digest(bytes);
    if (actual !== chunk) return { code: 'chunk-altered', bundle, typeUrl, chunk, actual };
  }
  return undefined;
}

/** Names must rise through the whole section: Envoy rejects a response that holds a name twice. */
function verifyEntries(bundle: Digest, section: Section, chunks: Bundle['chunks']): BundleFailure | undefined {
  let last: string | undefined;
  for (const [index, block] of section.blocks.entries()) {
    const read = readVerified(block, chunks, last);
    if ('reason' in read) {
      return { code: 'block-malformed', bundle, typeUrl: section.typeUrl, block: index, reason: read.reason };
    }
    last = read.last;
  }
  return undefined;
}

/** Reads a block whose names must come after `last`, and gives its own last name. */
function readVerified(
  block: Block,
  chunks: Bundle['chunks'],
  last: string | undefined,
): { readonly last: string | undefined } | { readonly reason: string } {
  try {
    const bytes = blockBytes(block, chunks);
    const names = readBlock(bytes).map(({ name }) => name);
    if (bytes.length !== block.bytes) return { reason: `it has ${bytes.length} bytes instead of ${block.bytes}` };
    if (names.length !== block.resources) {
      return { reason: `it has ${names.length} resources instead of ${block.resources}` };
    }
    return firstOutOfOrder(names, last) ?? { last: names.at(-1) ?? last };
  } catch (error) {
    if (error instanceof MalformedBlock) return { reason: error.message };
    throw error;
  }
}

function firstOutOfOrder(names: readonly string[], last: string | undefined): { reason: string } | undefined {
  const at = names.findIndex((name, index) => {
    const before = names[index - 1] ?? last;
    return before !== undefined && before >= name;
  });
  return at < 0 ? undefined : { reason: `${names[at]} does not stand in name order` };
}
