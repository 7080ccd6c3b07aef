/** Starts a relay: bundles from a bucket, to Envoys over ADS. */
import { serveAds } from './ads.ts';
import { assembleRelay, type Relay } from './assemble.ts';
import { resolveOptions, type RelayOptions } from './options.ts';

export type { Relay } from './assemble.ts';

/**
 * Starts a relay, and settles once it listens; whether it has bundles to serve yet, `/readyz` and its status tell.
 *
 * @throws RelayOptionsError if the options do not go together.
 * @throws Error if an address cannot be bound or the relay's own certificate cannot be used.
 */
export const startRelay = async (options: RelayOptions): Promise<Relay> =>
  assembleRelay(resolveOptions(options), serveAds);
