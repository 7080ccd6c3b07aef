/** Writes what Envoy sends and reads what it gets, independently of the relay's own code. */
import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import type { Response } from '../../relay/response.ts';

export interface TestNode {
  readonly id?: string;
  readonly cluster?: string;
  readonly metadata?: Readonly<Record<string, string | number | boolean>>;
  readonly locality?: readonly [region: string, zone: string, subZone: string];
  /** Envoy gives numbers, other clients text. */
  readonly version?: readonly [number, number, number] | string;
  /** Names of extensions, of which a real Envoy lists hundreds. */
  readonly extensions?: readonly string[];
}

interface CommonRequest {
  readonly typeUrl?: string;
  readonly nonce?: string;
  readonly node?: TestNode;
  /** Envoy's reason for refusing a response. */
  readonly error?: string;
}

export interface TestSotwRequest extends CommonRequest {
  readonly version?: string;
  readonly names?: readonly string[];
}

export interface TestDeltaRequest extends CommonRequest {
  readonly subscribe?: readonly string[];
  readonly unsubscribe?: readonly string[];
  readonly initial?: Readonly<Record<string, string>>;
}

export interface TestResource {
  readonly name: string;
  /** Delta only. */
  readonly version: string;
  readonly value: Buffer;
}

export interface TestResponse {
  readonly typeUrl: string;
  readonly nonce: string;
  readonly version: string;
  readonly identifier: string;
  readonly resources: readonly TestResource[];
  readonly removed: readonly string[];
}

/** What a stream is sent, without the five bytes that gRPC puts before it. */
export const messageOf = ({ response, nonce }: { readonly response: Response; readonly nonce: string }): Buffer =>
  response.frame(nonce).subarray(5);

export function encodeSotwRequest({ version, node, names = [], typeUrl, nonce, error }: TestSotwRequest): Buffer {
  const writer = new BinaryWriter();
  putText(writer, 1, version);
  if (node) putMessage(writer, 2, encodeNode(node));
  for (const name of names) putText(writer, 3, name);
  putText(writer, 4, typeUrl);
  putText(writer, 5, nonce);
  if (error !== undefined) putMessage(writer, 6, encodeStatus(error));
  return Buffer.from(writer.finish());
}

export function encodeDeltaRequest(request: TestDeltaRequest): Buffer {
  const { node, typeUrl, subscribe = [], unsubscribe = [], initial = {}, nonce, error } = request;
  const writer = new BinaryWriter();
  if (node) putMessage(writer, 1, encodeNode(node));
  putText(writer, 2, typeUrl);
  for (const name of subscribe) putText(writer, 3, name);
  for (const name of unsubscribe) putText(writer, 4, name);
  for (const [name, version] of Object.entries(initial)) putMessage(writer, 5, encodePair(name, version));
  putText(writer, 6, nonce);
  if (error !== undefined) putMessage(writer, 7, encodeStatus(error));
  return Buffer.from(writer.finish());
}

export function encodeNode({ id, cluster, metadata = {}, locality, version, extensions = [] }: TestNode): Uint8Array {
  const writer = new BinaryWriter();
  putText(writer, 1, id);
  putText(writer, 2, cluster);
  const struct = new BinaryWriter();
  for (const [key, value] of Object.entries(metadata)) putMessage(struct, 1, encodeStructEntry(key, value));
  putMessage(writer, 3, struct.finish());
  if (locality) putMessage(writer, 4, encodeTexts(locality));
  putText(writer, 6, 'envoy');
  if (typeof version === 'string') putText(writer, 7, version);
  else if (version) putMessage(writer, 8, encodeVersion(version));
  for (const name of extensions) putMessage(writer, 9, encodeTexts([name, 'envoy.filters']));
  return writer.finish();
}

function encodeVersion(numbers: readonly number[]): Uint8Array {
  const semantic = new BinaryWriter();
  for (const [index, number] of numbers.entries()) semantic.tag(index + 1, WireType.Varint).uint32(number);
  const build = new BinaryWriter();
  putMessage(build, 1, semantic.finish());
  return build.finish();
}

function encodeStructEntry(key: string, value: string | number | boolean): Uint8Array {
  const writer = new BinaryWriter();
  if (typeof value === 'number') writer.tag(2, WireType.Bit64).double(value);
  if (typeof value === 'string') writer.tag(3, WireType.LengthDelimited).string(value);
  if (typeof value === 'boolean') writer.tag(4, WireType.Varint).bool(value);
  const entry = new BinaryWriter();
  putText(entry, 1, key);
  putMessage(entry, 2, writer.finish());
  return entry.finish();
}

function encodeTexts(texts: readonly string[]): Uint8Array {
  const writer = new BinaryWriter();
  for (const [index, text] of texts.entries()) putText(writer, index + 1, text);
  return writer.finish();
}

const encodePair = (name: string, version: string): Uint8Array => encodeTexts([name, version]);

function encodeStatus(message: string): Uint8Array {
  const writer = new BinaryWriter().tag(1, WireType.Varint).int32(13);
  putText(writer, 2, message);
  return writer.finish();
}

function putText(writer: BinaryWriter, field: number, text: string | undefined): void {
  if (text) writer.tag(field, WireType.LengthDelimited).string(text);
}

function putMessage(writer: BinaryWriter, field: number, bytes: Uint8Array): void {
  writer.tag(field, WireType.LengthDelimited).bytes(bytes);
}

export function decodeSotwResponse(bytes: Uint8Array): TestResponse {
  const fields = readFields(bytes);
  const resources = all(fields, 2).map((any) => {
    const value = Buffer.from(only(readFields(any), 2));
    return { name: text(only(readFields(value), 1)), version: '', value };
  });
  return { ...commonFields(fields, 6), resources, removed: [] };
}

export function decodeDeltaResponse(bytes: Uint8Array): TestResponse {
  const fields = readFields(bytes);
  const resources = all(fields, 2).map((resource) => {
    const inner = readFields(resource);
    const value = Buffer.from(only(readFields(only(inner, 2)), 2));
    return { name: text(only(inner, 3)), version: text(only(inner, 1)), value };
  });
  return { ...commonFields(fields, 7), resources, removed: all(fields, 6).map(text) };
}

/** Both variants have these, the control plane under another number. */
function commonFields(fields: Fields, controlPlane: number): Omit<TestResponse, 'resources' | 'removed'> {
  return {
    version: text(only(fields, 1)),
    typeUrl: text(only(fields, 4)),
    nonce: text(only(fields, 5)),
    identifier: text(only(readFields(only(fields, controlPlane)), 1)),
  };
}

/** The length-delimited fields of a message, by number. */
type Fields = ReadonlyMap<number, readonly Uint8Array[]>;

export function readFields(bytes: Uint8Array): Fields {
  const fields = new Map<number, Uint8Array[]>();
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    if (wireType === WireType.LengthDelimited) fields.set(field, [...(fields.get(field) ?? []), reader.bytes()]);
    else reader.skip(wireType);
  }
  return fields;
}

const all = (fields: Fields, field: number): readonly Uint8Array[] => fields.get(field) ?? [];

/** Of a singular field the last occurrence counts. */
const only = (fields: Fields, field: number): Uint8Array => all(fields, field).at(-1) ?? new Uint8Array();

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
