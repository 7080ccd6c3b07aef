/** The part of the protobuf descriptors that the table and the types are written from, in plain data. */

/** A scalar type by its proto name (`string`, `uint32`), or the full name of a message or enum. */
export type TypeName = string;

/**
 * How often a field stands in a message, and whether its absence can be told from its default value.
 *
 *  - `implicit`: at most once; absent means the default value
 *  - `explicit`: at most once, and absence means absence (messages, `optional`, members of a oneof)
 *  - `packed`, `expanded`: any number of times; the two differ on the wire only
 *  - `map`: any number of times, by key
 */
export type Shape = 'implicit' | 'explicit' | 'packed' | 'expanded' | 'map';

export interface SchemaField {
  readonly number: number;
  readonly name: string;
  readonly type: TypeName;
  readonly kind: 'scalar' | 'enum' | 'message';
  readonly shape: Shape;
  /** Scalar type of a map's keys. */
  readonly key: string | undefined;
  /** Index into `SchemaMessage.oneofs`. */
  readonly oneof: number | undefined;
  /** `validate.rules` in ProtoJSON with proto field names, for example `{"string":{"min_len":"1"}}`. */
  readonly rules: object | undefined;
  readonly deprecation: Deprecation | undefined;
}

export interface Deprecation {
  /** The version of the API that deprecated it, if stated, for example `3.0`. */
  readonly since: string | undefined;
  /** Disallowed by default. */
  readonly isRefused: boolean;
}

export interface SchemaOneof {
  readonly name: string;
  /** One of the members must be set. */
  readonly isRequired: boolean;
}

/** What messages and enums have in common. */
export interface SchemaType {
  /** For example `envoy.config.core.v3.HealthCheck.HttpHealthCheck`. */
  readonly name: TypeName;
  /** For example `envoy.config.core.v3`. */
  readonly package: string;
  /** For example `envoy/config/core/v3/health_check.proto`. */
  readonly file: string;
}

export interface SchemaMessage extends SchemaType {
  readonly fields: readonly SchemaField[];
  readonly oneofs: readonly SchemaOneof[];
}

export interface SchemaEnum extends SchemaType {
  readonly values: readonly SchemaEnumValue[];
}

export interface SchemaEnumValue {
  readonly name: string;
  readonly number: number;
  readonly deprecation: Deprecation | undefined;
}

/** Messages and enums, each in name order. */
export interface Schema {
  readonly messages: readonly SchemaMessage[];
  readonly enums: readonly SchemaEnum[];
}

/** The type's name within its package, for example `HealthCheck.HttpHealthCheck`. */
export const localName = ({ name, package: parent }: SchemaType): string => name.slice(parent.length + 1);
