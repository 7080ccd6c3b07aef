/**
 * Endpoints that whoever knows them puts into the bucket, for an Upstream with `discovery: {pushed: {}}`: one object for each
 * Upstream, `endpoints/<namespace>/<name>.json`, with `{"endpoints": [...], "expires": "..."}`. Relays follow it by themselves;
 * nothing is compiled or published.
 *
 * Whoever pushes again and again gives a time to live, so that what it pushed last does not outlive it.
 */
import { canonicalBytes } from '../compiler/canonical-json.ts';
import type { Endpoint } from '../compiler/discovered.ts';
import { readEndpoints, type EndpointList } from '../compiler/endpoint-list.ts';
import { describeMistakes } from '../compiler/settings.ts';
import { endpointsKey } from './keys.ts';
import type { ETag, PutResult, Store, WriteCondition } from './store.ts';

export interface PushOptions {
  /** After how long the endpoints count no longer, in seconds; default: never. */
  readonly timeToLiveSeconds?: number;
  /** The time now, in milliseconds since the epoch; what the time to live counts from. */
  readonly now: number;
  /** Only if nothing is there, or only over what was read; default: in any case. */
  readonly condition?: WriteCondition;
}

export type PushedReading =
  | { readonly status: 'found'; readonly etag: ETag; readonly list: EndpointList }
  /** `problem` has a line for each mistake. */
  | { readonly status: 'broken'; readonly etag: ETag; readonly problem: string }
  | { readonly status: 'absent' }
  | { readonly status: 'unchanged' };

/**
 * Puts an Upstream's endpoints in place of those before.
 *
 * @param upstream `namespace/name`
 * @param endpoints as `readEndpoints` of the compiler gives them; they are checked there and not here
 * @throws StoreError if the bucket cannot be reached or refuses.
 */
export function pushEndpoints(
  store: Store,
  upstream: string,
  endpoints: readonly Endpoint[],
  { timeToLiveSeconds, now, condition }: PushOptions,
): Promise<PutResult> {
  const expires = timeToLiveSeconds === undefined ? undefined : new Date(now + timeToLiveSeconds * 1_000).toISOString();
  const object = { endpoints, ...(expires !== undefined && { expires }) };
  return store.put(keyOf(upstream), canonicalBytes(object), condition);
}

/** Takes an Upstream's endpoints away. To relays, it then has none. */
export const withdrawEndpoints = (store: Store, upstream: string): Promise<void> => store.delete(keyOf(upstream));

/**
 * What was pushed last, expired or not. Whoever can write the bucket could have put anything there, so it is checked again.
 *
 * @param unlessMatch what was read before: if that is still there, it is not read again
 * @throws StoreError if the bucket cannot be reached or refuses.
 */
export async function readPushedEndpoints(store: Store, upstream: string, unlessMatch?: ETag): Promise<PushedReading> {
  const path = keyOf(upstream);
  const found = await store.get(path, unlessMatch);
  if (found.status !== 'found') return found;
  const { etag, bytes } = found;
  const { value, diagnostics } = readEndpoints({ path, text: new TextDecoder().decode(bytes) });
  return value
    ? { status: 'found', etag, list: value }
    : { status: 'broken', etag, problem: describeMistakes(diagnostics) };
}

/** No name may reach another part of the bucket. */
function keyOf(upstream: string): string {
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(upstream))
    throw new Error(`"${upstream}" is no name of an Upstream`);
  return endpointsKey(upstream);
}
