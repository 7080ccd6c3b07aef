/** Reads and writes the small objects that say which bundle a gateway runs. */
import type { Digest, GatewayName } from '../compiler/5-pack/bundle.ts';
import { canonicalBytes } from '../compiler/canonical-json.ts';
import { digest } from '../compiler/hash.ts';
import { pointerKey, revisionKey } from './keys.ts';
import type { Pointer, RecordedRevision, Revision, SignedPointer } from './revision.ts';
import { isSignatures, isTime } from './signing/statement.ts';
import { StoreError, type ETag, type Store } from './store.ts';

/** A gateway's pointer, and the version of it that was read. */
export interface Head {
  readonly pointer: Pointer | SignedPointer;
  readonly etag: ETag;
  /** The pointer as it was read. */
  readonly bytes: Uint8Array;
}

/**
 * The head of a gateway; nothing if it has never been published.
 * @throws StoreError if the pointer is not one.
 */
export async function readHead(store: Store, gateway: GatewayName): Promise<Head | undefined> {
  const found = await store.get(pointerKey(gateway));
  if (found.status !== 'found') return undefined;
  const pointer = parsePointer(found.bytes);
  if (pointer?.gateway !== gateway) throw broken(store, pointerKey(gateway), 'it is no pointer of this gateway');
  return { pointer, etag: found.etag, bytes: found.bytes };
}

/** Moves a gateway's pointer from the head that was read; says whether that was still the head. */
export async function moveHead(store: Store, pointer: Pointer, from: Head | undefined): Promise<boolean> {
  const condition = from ? { match: from.etag } : ({ absent: true } as const);
  const put = await store.put(pointerKey(pointer.gateway), canonicalBytes(pointer), condition);
  return put.status === 'written';
}

/**
 * A revision by its digest; nothing if it is not there, which is so for those that garbage collection has taken.
 * @throws StoreError if the object is not what its name says.
 */
export async function readRevision(store: Store, name: Digest): Promise<RecordedRevision | undefined> {
  const found = await store.get(revisionKey(name));
  if (found.status !== 'found') return undefined;
  if (digest(found.bytes) !== name) throw broken(store, revisionKey(name), 'it has been altered');
  const revision = parseRevision(found.bytes);
  if (!revision) throw broken(store, revisionKey(name), 'it is no revision');
  return { ...revision, digest: name };
}

/** The pointer in some bytes, if they are one. */
export function parsePointer(bytes: Uint8Array): Pointer | SignedPointer | undefined {
  const { gateway, revision, bundle, number, time, signatures } = parseObject(bytes);
  if (!isText(gateway) || !isDigest(revision) || !isDigest(bundle)) return undefined;
  if (signatures === undefined) return { gateway, revision, bundle };
  if (!isNumber(number) || !isTime(time) || !isSignatures(signatures)) return undefined;
  return {
    gateway,
    revision,
    bundle,
    number,
    time,
    signatures: signatures.map(({ key, signature }) => ({ key, signature })),
  };
}

/** The revision in some bytes, if they are one. */
export function parseRevision(bytes: Uint8Array): Revision | undefined {
  const { gateway, number, bundle, parent, author, message, time, commit } = parseObject(bytes);
  if (!isText(gateway) || !isNumber(number) || !isDigest(bundle) || !(parent === null || isDigest(parent))) {
    return undefined;
  }
  if (!isText(author) || !isText(message) || !isText(time)) return undefined;
  if (commit !== undefined && !isDigest(commit)) return undefined;
  return { gateway, number, bundle, parent, author, message, time, ...(commit !== undefined && { commit }) };
}

function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isObject(value) ? value : {};
  } catch {
    return {}; // Not JSON: then it has none of the fields either.
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => Number.isSafeInteger(value);
/** A digest becomes part of a key, so nothing else may stand in its place. */
const isDigest = (value: unknown): value is Digest => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const broken = (store: Store, key: string, reason: string): StoreError =>
  new StoreError(`${store.location}: ${key} is broken: ${reason}`, { retryable: false });
