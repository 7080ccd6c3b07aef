/** Tags of spans and of log entries. Source: envoy/type/tracing/v3/custom_tag.proto. */
import type { Tag } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';

type CustomTag = Messages['envoy.type.tracing.v3.CustomTag'];

export function lowerTag({ name, literal, value, environment, header, metadata }: Tag): CustomTag {
  if (literal !== undefined) return { tag: name, literal: { value: literal } };
  if (value !== undefined) return { tag: name, value };
  if (environment) return { tag: name, environment: { name: environment.name, ...defaultOf(environment) } };
  if (header) return { tag: name, request_header: { name: header.name, ...defaultOf(header) } };
  if (!metadata) throw new Error(`the tag ${name} has no source, which validation let pass`);
  const { of, filter, path } = metadata;
  return {
    tag: name,
    metadata: {
      kind: KINDS[of],
      metadata_key: { key: filter, path: path.map((key) => ({ key })) },
      ...defaultOf(metadata),
    },
  };
}

const KINDS = {
  request: { request: {} },
  route: { route: {} },
  upstream: { cluster: {} },
  endpoint: { host: {} },
} as const;

const defaultOf = ({ default: value }: { readonly default?: string }) =>
  value === undefined ? {} : { default_value: value };
