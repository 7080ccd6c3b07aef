/** Whatever text we accept, Envoy accepts. */
import { expect, test } from 'vitest';
import { validate } from '../../cli/local/run-envoy.ts';
import { parseCidr } from '../../compiler/2-validate/formats/address.ts';
import { useEnvoy } from '../servers/envoy.ts';
import { TEXTS } from './format-texts.ts';

const { binary } = useEnvoy();

const ANY = 'type.googleapis.com/envoy.extensions';

/** A route, or what stands beside the routes, that holds a text where Envoy reads it. */
const PLACES: Readonly<
  Record<string, (text: string) => { route?: object; filter?: object; log?: object; host?: string; tag?: object }>
> = {
  'path-template': (text) => ({
    route: {
      match: {
        path_match_policy: {
          name: 'template',
          typed_config: { '@type': `${ANY}.path.match.uri_template.v3.UriTemplateMatchConfig`, path_template: text },
        },
      },
    },
  }),
  regex: (regex) => ({ route: { match: { safe_regex: { regex } } } }),
  'tag-regex': (regex) => ({ tag: { tag_name: regex, regex } }),
  'header-name': (name) => ({ route: { match: { prefix: '/', headers: [{ name, present_match: true }] } } }),
  'header-value': (value) => ({ route: { response_headers_to_add: [{ header: { key: 'x', value } }] } }),
  'hostname-pattern': (host) => ({ host }),
  hostname: (host) => ({ host }),
  'log-line': (text) => ({
    log: {
      name: 'log',
      typed_config: {
        '@type': `${ANY}.access_loggers.stream.v3.StdoutAccessLog`,
        log_format: { text_format_source: { inline_string: text } },
      },
    },
  }),
  cel: (expression) => ({
    log: {
      name: 'log',
      filter: {
        extension_filter: {
          name: 'cel',
          typed_config: { '@type': `${ANY}.access_loggers.filters.cel.v3.ExpressionFilter`, expression },
        },
      },
      typed_config: { '@type': `${ANY}.access_loggers.stream.v3.StdoutAccessLog` },
    },
  }),
  lua: (code) => ({
    filter: {
      name: 'lua',
      typed_config: { '@type': `${ANY}.filters.http.lua.v3.Lua`, default_source_code: { inline_string: code } },
    },
  }),
  cidr: (text) => ({
    filter: {
      name: 'rbac',
      typed_config: {
        '@type': `${ANY}.filters.http.rbac.v3.RBAC`,
        rules: {
          policies: {
            one: {
              permissions: [{ any: true }],
              principals: [
                { remote_ip: { address_prefix: parseCidr(text)?.address, prefix_len: parseCidr(text)?.length } },
              ],
            },
          },
        },
      },
    },
  }),
};

test.each(Object.keys(PLACES))('takes every %s that we accept', async (format) => {
  const places = (TEXTS[format]?.accepts ?? []).map((text) => PLACES[format]?.(String(text)) ?? {});
  const { ok, output } = await validate(binary(), bootstrapOf(places));
  expect(ok ? '' : output).toBe('');
});

const defined = <T>(values: readonly (T | undefined)[]): readonly T[] => values.filter((value) => value !== undefined);

function bootstrapOf(places: readonly ReturnType<NonNullable<(typeof PLACES)[string]>>[]): object {
  const routes = defined(places.map(({ route }) => route)).map((route) => ({
    match: { prefix: '/' },
    direct_response: { status: 200 },
    ...route,
  }));
  const hosts = new Set(defined(places.map(({ host }) => host?.toLowerCase())));
  const manager = {
    '@type': `${ANY}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
    stat_prefix: 'test',
    access_log: defined(places.map(({ log }) => log)),
    http_filters: [
      ...defined(places.map(({ filter }) => filter)),
      { name: 'router', typed_config: { '@type': `${ANY}.filters.http.router.v3.Router` } },
    ],
    route_config: {
      virtual_hosts: [...(hosts.size > 0 ? hosts : ['*'])].map((host) => ({ name: host, domains: [host], routes })),
    },
  };
  return {
    // As in our bootstrap: Envoy's own limit refuses useful expressions.
    layered_runtime: { layers: [{ name: 'test', static_layer: { 're2.max_program_size.error_level': 1_000_000 } }] },
    stats_config: { stats_tags: defined(places.map(({ tag }) => tag)) },
    static_resources: {
      listeners: [
        {
          name: 'test',
          address: { socket_address: { address: '127.0.0.1', port_value: 0 } },
          filter_chains: [{ filters: [{ name: 'http', typed_config: manager }] }],
        },
      ],
    },
  };
}
