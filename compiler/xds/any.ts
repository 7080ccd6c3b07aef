/** Messages inside messages of any type. */
import type { Messages } from './generated/types.ts';
import type { MessageName } from './codec.ts';
import { TYPE_URL_PREFIX, type TypeUrlOf } from './resource-types.ts';
import type { Any, JsonObject } from './json.ts';

/** A message together with its type URL; assignable to {@link Any}. */
export type AnyOf<K extends MessageName> = { readonly '@type': TypeUrlOf<K> } & Messages[K];

/**
 * Packs a message for a field of type `google.protobuf.Any`, such as `typed_config`:
 *
 *     any('envoy.extensions.filters.http.buffer.v3.Buffer', { max_request_bytes: 4096 })
 */
export const any = <K extends MessageName>(typeName: K, message: Messages[K]): AnyOf<K> => ({
  '@type': `${TYPE_URL_PREFIX}${typeName}`,
  ...message,
});

/** Whether it holds such a message. */
export const isAnyOf = <K extends MessageName>(typeName: K, value: Any | undefined): value is AnyOf<K> =>
  value?.['@type'] === TYPE_URL_PREFIX + typeName;

/** An Any that holds no message: `FilterConfig.config` of a filter that is only switched on. */
export const EMPTY_ANY: Any = { '@type': '' };

/** Those messages of `google.protobuf` whose JSON is no object of fields, and that Envoy takes in an `Any`. */
export interface WellKnownMessages {
  'google.protobuf.BoolValue': boolean;
  'google.protobuf.StringValue': string;
  'google.protobuf.Struct': JsonObject;
  'google.protobuf.UInt32Value': number;
}

/** Packs such a message: `anyValue('google.protobuf.StringValue', 'x')`. A Wasm plugin's configuration is one. */
export const anyValue = <K extends keyof WellKnownMessages>(
  typeName: K,
  value: WellKnownMessages[K],
): Any & { readonly value: WellKnownMessages[K] } => ({ '@type': `${TYPE_URL_PREFIX}${typeName}`, value });
