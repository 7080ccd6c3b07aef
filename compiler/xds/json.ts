/**
 * How protobuf's special types look as JSON.
 *
 * Source: https://protobuf.dev/programming-guides/json/
 */

/** Any JSON value: `google.protobuf.Value`. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** Any JSON object: `google.protobuf.Struct`. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Seconds with up to nine decimals and an `s`: `15s`, `0.250s`. */
export type Duration = `${number}s`;

/** RFC 3339 in UTC: `2026-11-24T08:00:00Z`. */
export type Timestamp = string;

/** A 64-bit integer. A number must be safe (below 2^53); beyond that, and when decoded, it is a decimal string. */
export type Int64 = number | string;

/** Bytes in standard base64 with padding: `aGVsbG8=`. */
export type Base64 = string;

/** Comma-separated field paths in lowerCamelCase: `user.displayName,photo`. */
export type FieldMask = string;

/**
 * `google.protobuf.Any`: a message together with its type URL. Its other properties are the message's own fields.
 *
 * Write one with `any('envoy.extensions.filters.http.router.v3.Router', { ... })`, which checks the fields.
 */
export interface Any {
  readonly '@type': string;
}

declare const noFields: unique symbol;

/** A message without fields: `{}` and nothing else. */
export interface NoFields {
  readonly [noFields]?: never;
}
