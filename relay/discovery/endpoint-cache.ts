/**
 * Keeps the endpoints of upstreams on the disk, so that a relay that starts while a source is silent has those of before.
 *
 * However often endpoints change, each upstream is written once in a while, and one after the other.
 */
import { canonicalBytes } from '../../compiler/canonical-json.ts';
import { readEndpoints, type DiscoveryReference, type Endpoint } from '../../compiler/discovered.ts';
import { textDigest } from '../../compiler/hash.ts';
import type { Store } from '../../store/store.ts';
import { gatherWrites } from './gathered-writes.ts';

export interface EndpointCache {
  /** What is kept for an upstream; nothing, if there is none or it cannot be read. Never fails. */
  restore(key: string, reference: DiscoveryReference): Promise<readonly Endpoint[] | undefined>;
  /** Keeps, soon, what this function then gives; nothing is left as it is. */
  save(key: string, current: () => readonly Endpoint[] | undefined): void;
  forget(key: string): void;
  /** When all that is to be kept is written. */
  settled(): Promise<void>;
}

export const NO_ENDPOINT_CACHE: EndpointCache = {
  restore: () => Promise.resolve(undefined),
  save: () => undefined,
  forget: () => undefined,
  settled: () => Promise.resolve(),
};

export interface EndpointCacheOptions {
  /** A place on the disk. */
  readonly store: Store;
  readonly failed: (reason: string) => void;
  /** How long changes are gathered, in milliseconds; default 5,000. */
  readonly gatherMs?: number;
}

export function createEndpointCache({ store, failed, gatherMs = 5_000 }: EndpointCacheOptions): EndpointCache {
  let lastReason: string | undefined;

  const fail = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason !== lastReason) failed(reason);
    lastReason = reason;
  };
  const writes = gatherWrites<() => readonly Endpoint[] | undefined>(async (key, current) => {
    const endpoints = current();
    if (endpoints) await store.put(keyOf(key), canonicalBytes({ endpoints })).catch(fail);
  }, gatherMs);

  return {
    async restore(key) {
      try {
        const path = keyOf(key);
        const found = await store.get(path);
        if (found.status !== 'found') return undefined;
        const { value } = readEndpoints({ path, text: new TextDecoder().decode(found.bytes) });
        return value?.endpoints;
      } catch (error) {
        fail(error);
        return undefined;
      }
    },
    save: writes.set,
    forget: (key) => writes.forget(key, () => store.delete(keyOf(key)).catch(fail)),
    settled: writes.settled,
  };
}

const keyOf = (key: string): string => `endpoints/${textDigest(key)}.json`;
