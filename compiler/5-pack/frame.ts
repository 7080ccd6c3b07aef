/**
 * Writes one resource as it lies in a block: field 2, an `envoy.service.discovery.v3.Resource`, then its requirements in
 * field 3. The layout is that of bundle.ts; read.ts is the other half.
 *
 * Source: envoy/service/discovery/v3/discovery.proto, google/protobuf/any.proto and
 * https://protobuf.dev/programming-guides/encoding/
 */
import type { PackedResource, Requirement } from './bundle.ts';
import { fieldLength, putHeader, putText, tagOf, textFieldLength, type Sink } from './wire.ts';

/** The tags of all fields, by what they hold. */
export const TAG = {
  /** Field 2 of a block, and of both discovery responses. */
  resource: tagOf(2),
  /** Field 3 of a block. */
  requirement: tagOf(3),
  /** `Resource.name`. */
  name: tagOf(3),
  /** `Resource.version`. */
  version: tagOf(1),
  /** `Resource.resource`, an Any. */
  any: tagOf(2),
  /** `Any.type_url`, and a requirement's type URL. */
  typeUrl: tagOf(1),
  /** `Any.value`, and a requirement's name. */
  value: tagOf(2),
} as const;

/** What stands around a resource's value in a block. */
export interface Frame {
  /** Everything before the value: name, version and type URL. */
  readonly head: Uint8Array;
  /** The requirements; often empty. */
  readonly tail: Uint8Array;
}

/**
 * Frames a resource. The Any stands last in its Resource, so that head, value and tail in a row are the framed resource.
 * @param version The content hash of the resource's value.
 */
export const frame = (resource: PackedResource, version: string): Frame => ({
  head: head(resource, version),
  tail: tail(resource.requires),
});

function head({ typeUrl, name, value }: PackedResource, version: string): Uint8Array {
  const anyLength = textFieldLength(typeUrl) + fieldLength(value.length);
  const length = textFieldLength(name) + textFieldLength(version) + fieldLength(anyLength);
  const sink: Sink = { bytes: new Uint8Array(fieldLength(length) - value.length), at: 0 };
  putHeader(sink, TAG.resource, length);
  putText(sink, TAG.name, name);
  putText(sink, TAG.version, version);
  putHeader(sink, TAG.any, anyLength);
  putText(sink, TAG.typeUrl, typeUrl);
  putHeader(sink, TAG.value, value.length);
  return sink.bytes;
}

function tail(requires: readonly Requirement[]): Uint8Array {
  const lengths = requires.map(({ typeUrl, name }) => textFieldLength(typeUrl) + textFieldLength(name));
  const total = lengths.reduce((sum, length) => sum + fieldLength(length), 0);
  const sink: Sink = { bytes: new Uint8Array(total), at: 0 };
  for (const [index, { typeUrl, name }] of requires.entries()) {
    putHeader(sink, TAG.requirement, lengths[index] ?? 0);
    putText(sink, TAG.typeUrl, typeUrl);
    putText(sink, TAG.value, name);
  }
  return sink.bytes;
}
