/** Notices that a configuration has lost most of what it had, as happens when a file was read while it was written. */
import type { Bundle, Digest, Manifest, Section } from '../compiler/5-pack/bundle.ts';
import { verifyManifest } from '../compiler/5-pack/verify.ts';
import { TypeUrl } from '../compiler/xds/resource-types.ts';
import type { Head } from './head.ts';
import { manifestKey } from './keys.ts';
import type { Store } from './store.ts';

export interface Loss {
  /** Bytes of everything but listeners. */
  readonly before: number;
  readonly after: number;
}

/** The share of what was there that has to be left. */
const LEAST_LEFT = 0.5;

/**
 * What was lost, if less than half is left. Routes lie in one resource, so resources are not counted but weighed; a listener
 * is large whatever is behind it, and is left out.
 */
export function lossBetween(before: Manifest, after: Manifest): Loss | undefined {
  const loss = { before: weightOf(before), after: weightOf(after) };
  return loss.after < loss.before * LEAST_LEFT ? loss : undefined;
}

/**
 * What Envoys would lose if a bundle took the place of the head.
 * @throws StoreError if the bucket cannot be read
 */
export async function lossSince(store: Store, head: Head | undefined, bundle: Bundle): Promise<Loss | undefined> {
  if (!head || head.pointer.bundle === bundle.id) return undefined;
  const before = await readManifest(store, head.pointer.bundle);
  return before && lossBetween(before, bundle.manifest);
}

/** Nothing, if it is missing or broken: then nothing is left to lose. */
export async function readManifest(store: Store, bundle: Digest): Promise<Manifest | undefined> {
  const found = await store.get(manifestKey(bundle));
  const checked = found.status === 'found' ? verifyManifest(bundle, found.bytes) : undefined;
  return checked && 'manifest' in checked ? checked.manifest : undefined;
}

const weightOf = ({ sections }: Manifest): number =>
  sections.filter(({ typeUrl }) => typeUrl !== TypeUrl.listener).reduce((sum, section) => sum + bytesOf(section), 0);

const bytesOf = ({ blocks }: Section): number => blocks.reduce((sum, { bytes }) => sum + bytes, 0);
