/**
 * Writes the messages that Envoy gets. Resources are bytes that lie ready, and are copied as they are.
 *
 * The nonce stands last, so that the same body serves streams that need another nonce; the order of protobuf fields is
 * free.
 * Source: envoy/service/discovery/v3/discovery.proto
 */
import { bytesTag } from './protobuf.ts';

export interface ResponseContent {
  readonly typeUrl: string;
  /** `version_info`, or `system_version_info`. */
  readonly version: string;
  /** `control_plane.identifier` */
  readonly identifier: string;
  /** Whole fields, tags and lengths included: those of a bundle's entries. */
  readonly resources: readonly Uint8Array[];
}

/** A `DiscoveryResponse` without its nonce. */
export const writeSotwBody = (content: ResponseContent): Buffer =>
  Buffer.concat([...head(content), ...content.resources, controlPlane(6, content)]);

/** A `DeltaDiscoveryResponse` without its nonce. */
export const writeDeltaBody = (content: ResponseContent, removed: readonly string[]): Buffer => {
  const removals = removed.map((name) => textField(6, name));
  return Buffer.concat([...head(content), ...content.resources, ...removals, controlPlane(7, content)]);
};

/** What closes a body of either variant. */
export const nonceField = (nonce: string): Buffer => textField(5, nonce);

const head = ({ version, typeUrl }: ResponseContent): Buffer[] => [textField(1, version), textField(4, typeUrl)];

const controlPlane = (field: number, { identifier }: ResponseContent): Buffer =>
  bytesField(field, textField(1, identifier));

function textField(field: number, text: string): Buffer {
  return bytesField(field, Buffer.from(text));
}

function bytesField(field: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([bytesTag(field), ...varint(bytes.length)]), bytes]);
}

/** Seven bits a byte, the lowest first; the high bit says that more follow. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  return [...bytes, rest];
}
