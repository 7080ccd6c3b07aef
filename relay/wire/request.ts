/**
 * Reads the messages that Envoy sends.
 *
 * Fields that are marked "not implemented" in the protocol (resource locators, dynamic parameters) are stepped over.
 * Source: envoy/service/discovery/v3/discovery.proto
 */
import { NO_NAMES, type NameSet } from '../name-set.ts';
import { createNameReader, joinRuns } from './names.ts';
import { bytesTag, cursorOver, openField, readFields, readText, type Cursor } from './protobuf.ts';
import { createVersionReader, joinVersions, NO_VERSIONS, type KnownVersions } from './known-versions.ts';

/** A message of either variant, as far as they agree. */
export interface Request {
  readonly typeUrl: string;
  /** Empty unless the message answers a response. */
  readonly nonce: string;
  /** Envoy's reason for refusing the response; nothing if it accepted it. */
  readonly error: string | null;
  /** The encoded Node; Envoy sends it in the first message of a stream. */
  readonly node: Buffer | null;
}

/** `DiscoveryRequest` */
export interface SotwRequest extends Request {
  /** The last version that the client accepted, maybe from another relay. */
  readonly version: string;
  /** All that the client asks for, `*` included. */
  readonly names: NameSet;
}

/** `DeltaDiscoveryRequest` */
export interface DeltaRequest extends Request {
  readonly subscribe: NameSet;
  readonly unsubscribe: NameSet;
  /** What a client that connects anew has already. */
  readonly initial: KnownVersions;
}

/** @throws WireError if the bytes are no such message. */
export function readSotwRequest(bytes: Buffer): SotwRequest {
  const cursor = cursorOver(bytes);
  const request: Writable<SotwRequest> = { ...EMPTY, version: '', names: NO_NAMES };
  readFields(cursor, (tag) => {
    if (readCommon(cursor, tag, SOTW_TAGS, request)) return true;
    if (tag === bytesTag(1)) request.version = readText(cursor);
    else if (tag === bytesTag(3)) request.names = joinRuns(request.names, sotwNames.readRun(cursor));
    else return false;
    return true;
  });
  return request;
}

/** @throws WireError if the bytes are no such message. */
export function readDeltaRequest(bytes: Buffer): DeltaRequest {
  const cursor = cursorOver(bytes);
  const request: Writable<DeltaRequest> = {
    ...EMPTY,
    subscribe: NO_NAMES,
    unsubscribe: NO_NAMES,
    initial: NO_VERSIONS,
  };
  readFields(cursor, (tag) => {
    if (readCommon(cursor, tag, DELTA_TAGS, request)) return true;
    if (tag === bytesTag(3)) request.subscribe = joinRuns(request.subscribe, subscribedNames.readRun(cursor));
    else if (tag === bytesTag(4))
      request.unsubscribe = joinRuns(request.unsubscribe, unsubscribedNames.readRun(cursor));
    else if (tag === bytesTag(5)) request.initial = joinVersions(request.initial, initialVersions.readRun(cursor));
    else return false;
    return true;
  });
  return request;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const EMPTY: Request = { typeUrl: '', nonce: '', error: null, node: null };

const sotwNames = createNameReader(3);
const subscribedNames = createNameReader(3);
const unsubscribedNames = createNameReader(4);
const initialVersions = createVersionReader(5);

/** Where the fields stand that both variants have. */
interface CommonTags {
  readonly node: number;
  readonly typeUrl: number;
  readonly nonce: number;
  readonly error: number;
}
const SOTW_TAGS: CommonTags = { node: bytesTag(2), typeUrl: bytesTag(4), nonce: bytesTag(5), error: bytesTag(6) };
const DELTA_TAGS: CommonTags = { node: bytesTag(1), typeUrl: bytesTag(2), nonce: bytesTag(6), error: bytesTag(7) };

function readCommon(cursor: Cursor, tag: number, tags: CommonTags, request: Writable<Request>): boolean {
  switch (tag) {
    case tags.node: {
      const { at, end } = openField(cursor);
      request.node = cursor.bytes.subarray(at, end);
      return true;
    }
    case tags.typeUrl:
      request.typeUrl = readText(cursor);
      return true;
    case tags.nonce:
      request.nonce = readText(cursor);
      return true;
    case tags.error:
      request.error = readStatusMessage(openField(cursor));
      return true;
    default:
      return false;
  }
}

/** `google.rpc.Status.message`, cut to what people read: it is kept for as long as the client rejects something. */
function readStatusMessage(status: Cursor): string {
  let message = '';
  readFields(status, (tag) => {
    if (tag !== bytesTag(2)) return false;
    const { bytes, at, end } = openField(status);
    message = bytes.toString('utf8', at, Math.min(end, at + LONGEST_REASON));
    return true;
  });
  return message;
}

/** Bytes. */
const LONGEST_REASON = 4_096;
