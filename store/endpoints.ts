/**
 * Endpoints that whoever knows them puts into the bucket, for an Upstream with `discovery: {pushed: {}}`: one object for each
 * Upstream, `endpoints/<namespace>/<name>.json`, with `{"endpoints": [...], "expires": "..."}`. Relays follow it by themselves;
 * nothing is compiled or published.
 *
 * Where relays have public keys, the object has `signed` too (signing/endpoint-list.ts).
 *
 * Whoever pushes again and again gives a time to live, so that what it pushed last does not outlive it.
 */
import { canonicalBytes } from '../compiler/canonical-json.ts';
import type { Endpoint } from '../compiler/discovered.ts';
import { readEndpoints, type EndpointList } from '../compiler/endpoint-list.ts';
import { describeMistakes } from '../compiler/settings.ts';
import { endpointsKey } from './keys.ts';
import { readSignedList, signList, type SignedList } from './signing/endpoint-list.ts';
import type { SignKey } from './signing/keys.ts';
import { timeAfter } from './signing/statement.ts';
import { StoreError, type ETag, type PutResult, type Store, type WriteCondition } from './store.ts';

export interface PushOptions {
  /** After how long the endpoints count no longer, in seconds; default: never. */
  readonly timeToLiveSeconds?: number;
  /** The time now, in milliseconds since the epoch; what the time to live counts from. */
  readonly now: number;
  /** Only if nothing is there, or only over what was read; default: in any case. */
  readonly condition?: WriteCondition;
  /** Sign the list by each of these keys, as relays with public keys want it; absent or empty: it stays unsigned. */
  readonly signKeys?: readonly SignKey[];
}

export type ParsedEndpoints =
  | {
      readonly status: 'found';
      readonly list: EndpointList;
      /** How it was signed, by whomever; absent: it is not. */
      readonly signed?: SignedList;
      /** The object itself, if it was signed. */
      readonly bytes?: Uint8Array;
    }
  /** `problem` has a line for each mistake. */
  | { readonly status: 'broken'; readonly problem: string };

export type PushedReading =
  (ParsedEndpoints & { readonly etag: ETag }) | { readonly status: 'absent' } | { readonly status: 'unchanged' };

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
  { timeToLiveSeconds, now, condition, signKeys = [] }: PushOptions,
): Promise<PutResult> {
  const expires = timeToLiveSeconds === undefined ? undefined : new Date(now + timeToLiveSeconds * 1_000).toISOString();
  const list = { endpoints, ...(expires !== undefined && { expires }) };
  const key = keyOf(upstream);
  if (signKeys.length === 0) return store.put(key, canonicalBytes(list), condition);
  return putSigned(store, key, condition, async (last) => {
    const time = new Date(timeAfter(last, now)).toISOString();
    return canonicalBytes(await signList(list, { upstream, time }, signKeys));
  });
}

/** How often somebody else may be faster before it counts as an outage. */
const MAX_TRIES = 10;

/**
 * The time that is signed must rise with each push, or relays take the later one for an old one that was put back: so it
 * goes over what it has seen only.
 */
async function putSigned(
  store: Store,
  key: string,
  condition: WriteCondition | undefined,
  sign: (last: number) => Promise<Uint8Array>,
): Promise<PutResult> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const held = await store.get(key);
    const before = held.status === 'found' ? readSignedList(new TextDecoder().decode(held.bytes)) : undefined;
    const bytes = await sign(before ? Date.parse(before.signed.time) : 0);
    const seen: WriteCondition = held.status === 'found' ? { match: held.etag } : { absent: true };
    const put = await store.put(key, bytes, condition ?? seen);
    if (put.status === 'written' || condition) return put;
  }
  throw new StoreError(`${store.location}: ${key} is changed by others again and again`, { retryable: true });
}

/**
 * Takes an Upstream's endpoints away. To relays, it then has none. With keys, an empty list is signed and stays: anybody who
 * can write the bucket could have taken away what was there, so that relays with public keys do not believe that.
 * @throws StoreError if the bucket cannot be reached or refuses.
 */
export async function withdrawEndpoints(
  store: Store,
  upstream: string,
  signed?: Pick<PushOptions, 'now' | 'signKeys'>,
): Promise<void> {
  if (signed?.signKeys?.length) await pushEndpoints(store, upstream, [], signed);
  else await store.delete(keyOf(upstream));
}

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
  return { etag, ...parsePushedEndpoints(path, bytes) };
}

/** @param path where they are from, for what is said of mistakes */
export function parsePushedEndpoints(path: string, bytes: Uint8Array): ParsedEndpoints {
  const text = new TextDecoder().decode(bytes);
  const parted = readSignedList(text);
  const { value, diagnostics } = readEndpoints({ path, text: parted?.list ?? text });
  if (!value) return { status: 'broken', problem: describeMistakes(diagnostics) };
  return { status: 'found', list: value, ...(parted && { signed: parted.signed, bytes }) };
}

/** No name may reach another part of the bucket. */
function keyOf(upstream: string): string {
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(upstream))
    throw new Error(`"${upstream}" is no name of an Upstream`);
  return endpointsKey(upstream);
}
