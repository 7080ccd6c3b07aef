/** A bucket with bundles in it, in which a test can break things. */
import type { Bundle, GatewayName, SecretReference } from '../../compiler/5-pack/bundle.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import { publish } from '../../store/publish.ts';
import type { SignKey } from '../../store/signing/keys.ts';
import { StoreError, type Store } from '../../store/store.ts';
import { cluster, endpoint, input, noise } from '../pack/resources.ts';

/** A small bundle of a cluster, which is always the same, and an endpoint, which differs between editions. */
export const smallBundle = (gateway: GatewayName, edition: number, secrets: readonly SecretReference[] = []): Bundle =>
  pack(
    input([cluster('shop', noise(2_000, 0)), endpoint('shop', noise(2_000, edition))], {
      gateway,
      nodes: { clusters: [gateway.replace('/', '-')], ids: [], labels: {} },
      secrets,
    }),
  );

/** Publishes a bundle, and gives its revision. */
export async function publishBundle(store: Store, bundle: Bundle, signKeys: readonly SignKey[] = []): Promise<string> {
  const time = '2026-01-02T03:04:05Z';
  const result = await publish(store, bundle, { author: 'test', message: 'test', time, signKeys });
  if (result.status !== 'published') throw new Error(`publishing ended as ${result.status}`);
  return result.revision.digest;
}

/** What goes wrong in a {@link breakable} store, for a test to set. */
export interface Breakage {
  /** Each operation fails: the bucket is away, or refuses. */
  down: 'no' | 'away' | 'denied';
  /** Operations are accepted and never answered. */
  hangs: boolean;
  /** Objects that read as something else than was written. */
  readonly altered: Map<string, Uint8Array>;
  /** Every key that was read, in order. */
  readonly reads: string[];
}

/** A store over another one; without `watch`, unless `hints` is given. */
export function breakable(
  store: Store,
  hints: 'no hints' | 'hints' = 'no hints',
): Breakage & { readonly store: Store } {
  const breakage: Breakage = { down: 'no', hangs: false, altered: new Map(), reads: [] };
  const check = async (): Promise<void> => {
    if (breakage.hangs) await new Promise(() => undefined);
    if (breakage.down !== 'no') {
      throw new StoreError(`the bucket is ${breakage.down}`, { retryable: breakage.down === 'away' });
    }
  };
  const broken: Store = {
    location: store.location,
    async get(key, unlessMatch) {
      breakage.reads.push(key);
      await check();
      const found = await store.get(key, unlessMatch);
      const bytes = breakage.altered.get(key);
      return found.status === 'found' && bytes ? { ...found, bytes } : found;
    },
    put: (key, bytes, condition) => store.put(key, bytes, condition),
    delete: (key) => store.delete(key),
    async *list(prefix) {
      await check();
      yield* store.list(prefix);
    },
    ...(hints === 'hints' && store.watch && { watch: store.watch }),
  };
  return Object.assign(breakage, { store: broken });
}
