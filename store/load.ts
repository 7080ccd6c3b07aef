/** Loads a bundle out of a bucket. */
import type { Bundle, Digest, Manifest } from '../compiler/5-pack/bundle.ts';
import { digest } from '../compiler/hash.ts';
import { describeFailure, verifyManifest, type BundleFailure } from '../compiler/5-pack/verify.ts';
import { chunkKey, manifestKey } from './keys.ts';
import { inParallel } from './parallel.ts';
import type { Store } from './store.ts';
import { PARALLEL, transferOf, type Transfer } from './transfer.ts';

/** What is wrong with a bundle in a bucket. */
export type LoadFailure = BundleFailure | { readonly code: 'manifest-missing'; readonly bundle: Digest };

export type LoadResult =
  | { readonly status: 'loaded'; readonly bundle: Bundle; readonly downloaded: Transfer }
  | { readonly status: 'failed'; readonly failure: LoadFailure };

/** A sentence about a failure, for logs and people. */
export const describeLoadFailure = (failure: LoadFailure): string =>
  failure.code === 'manifest-missing'
    ? `the manifest of bundle ${failure.bundle} is missing`
    : describeFailure(failure);

/**
 * Loads a bundle, downloading only the chunks that are not known yet. The digest of everything that it downloads is
 * verified; whether blocks follow the layout shows when they are read.
 * @param known Chunks whose digests have been verified, for example those of the bundle before.
 * @throws StoreError if the bucket cannot be reached, or refuses.
 */
export async function loadBundle(
  store: Store,
  bundle: Digest,
  known: ReadonlyMap<Digest, Uint8Array> = new Map(),
): Promise<LoadResult> {
  const found = await store.get(manifestKey(bundle));
  if (found.status !== 'found') return { status: 'failed', failure: { code: 'manifest-missing', bundle } };
  const checked = verifyManifest(bundle, found.bytes);
  if ('failure' in checked) return { status: 'failed', failure: checked.failure };

  const { manifest } = checked;
  const chunks = await inParallel(PARALLEL, chunksOf(manifest), ([chunk, typeUrl]) =>
    loadChunk(store, { bundle, typeUrl, chunk }, known),
  );
  const failure = chunks.find((chunk) => chunk.status === 'failed');
  if (failure) return failure;
  return {
    status: 'loaded',
    bundle: { id: bundle, manifest, manifestBytes: found.bytes, chunks: new Map(chunks.flatMap(toEntry)) },
    downloaded: transferOf([found.bytes, ...chunks.flatMap(toDownload)]),
  };
}

/** Every chunk of a bundle once, with the type of the resources in it. */
const chunksOf = ({ sections }: Manifest): [Digest, string][] => [
  ...new Map(
    sections.flatMap(({ typeUrl, blocks }) =>
      blocks.flatMap(({ chunks }) => chunks.map((chunk): [Digest, string] => [chunk, typeUrl])),
    ),
  ),
];

interface ChunkPlace {
  readonly bundle: Digest;
  readonly typeUrl: string;
  readonly chunk: Digest;
}

type LoadedChunk =
  | { readonly status: 'known' | 'downloaded'; readonly chunk: Digest; readonly bytes: Uint8Array }
  | { readonly status: 'failed'; readonly failure: LoadFailure };

async function loadChunk(
  store: Store,
  place: ChunkPlace,
  known: ReadonlyMap<Digest, Uint8Array>,
): Promise<LoadedChunk> {
  const { chunk } = place;
  const bytes = known.get(chunk);
  if (bytes) return { status: 'known', chunk, bytes };

  const found = await store.get(chunkKey(chunk));
  if (found.status !== 'found') return { status: 'failed', failure: { code: 'chunk-missing', ...place } };
  const actual = digest(found.bytes);
  if (actual !== chunk) return { status: 'failed', failure: { code: 'chunk-altered', ...place, actual } };
  return { status: 'downloaded', chunk, bytes: found.bytes };
}

const toEntry = (loaded: LoadedChunk): [Digest, Uint8Array][] =>
  loaded.status === 'failed' ? [] : [[loaded.chunk, loaded.bytes]];

const toDownload = (loaded: LoadedChunk): Uint8Array[] => (loaded.status === 'downloaded' ? [loaded.bytes] : []);
