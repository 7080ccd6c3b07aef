/**
 * Everything the compiler knows of protobuf: Envoy's messages as typed JSON objects, their bytes, and their rules.
 *
 * A message is a plain object with proto field names, as in Envoy's documentation and `config_dump`:
 *
 *     const cluster: Messages['envoy.config.cluster.v3.Cluster'] = { name: 'shop', connect_timeout: '0.250s' };
 *     violations('envoy.config.cluster.v3.Cluster', cluster); // []
 *     encode('envoy.config.cluster.v3.Cluster', cluster); // Uint8Array
 *
 * A field that is `undefined` is absent. `generated/` holds the types and a table, both written by
 * `generate/xds/main.ts` from the descriptors of Envoy's API; encoder, decoder and rules all read that one table.
 */
export { any, anyValue, EMPTY_ANY, isAnyOf, type AnyOf, type WellKnownMessages } from './any.ts';
export {
  canonical,
  decode,
  encode,
  isMessageName,
  MalformedMessageError,
  print,
  violations,
  type MessageName,
} from './codec.ts';
export type { Messages } from './generated/types.ts';
export type { Any, Base64, Duration, FieldMask, Int64, JsonObject, JsonValue, Timestamp } from './json.ts';
export { createMemo, type Memo } from './memo.ts';
export {
  RESOURCE_TYPES,
  SEND_ORDER,
  TYPE_URL_PREFIX,
  TypeUrl,
  type ResourceKind,
  type ResourceType,
  type TypeUrlOf,
} from './resource-types.ts';
export type { Violation } from './run.ts';
export { WireError } from './wire/reader.ts';
