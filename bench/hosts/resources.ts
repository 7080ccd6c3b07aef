/** One listener with many hosts, in each of the ways in which Envoy can get their routes. */
import type { Bundle, PackedResource } from '../../compiler/5-pack/bundle.ts';
import { createPackMemo } from '../../compiler/5-pack/memo.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import { any, encode, TYPE_URL_PREFIX, type MessageName, type Messages } from '../../compiler/xds/index.ts';

export const NODE_CLUSTER = 'bench';

/**
 * `together`: all hosts in one route configuration. `apart`: each host a resource, over VHDS. `scoped`: each host a route
 * configuration, and a scope that leads to it by the Host header; this knows neither wildcards nor ports.
 */
export const WAYS = ['together', 'apart', 'scoped'] as const;
export type Way = (typeof WAYS)[number];

export const hostName = (place: number): string => `h${place}.example.com`;

/** The host that changes. */
export const CHANGING = 7;

/** Bundles of so many hosts; of the first, the one that changes answers `0`, then `1`, and so on. */
export function* bundles(way: Way, hosts: number): Generator<Bundle, never> {
  const memo = createPackMemo();
  const fixed = Array.from({ length: hosts }, (_, place) => hostResources(way, place, 0));
  for (let generation = 0; ; generation++) {
    const all = fixed.with(CHANGING, hostResources(way, CHANGING, generation));
    const found = way === 'together' ? [together(hosts, generation)] : all.flat();
    yield pack(
      {
        gateway: 'bench/edge',
        nodes: { clusters: [NODE_CLUSTER], ids: [], labels: {} },
        compiler: 'bench',
        envoy: '1.40.0',
        source: '',
        resources: [listener(way), ...(way === 'apart' ? [apart] : []), ...found],
        secrets: [],
      },
      memo,
    );
  }
}

const resource = <K extends MessageName>(type: K, name: string, message: Messages[K]): PackedResource => ({
  typeUrl: TYPE_URL_PREFIX + type,
  name,
  value: encode(type, message),
  requires: [],
});

const FROM_ADS: Messages['envoy.config.core.v3.ConfigSource'] = { resource_api_version: 'V3', ads: {} };

/** A host with a few routes. Nothing listens behind them, and the last answers by itself. */
const virtualHost = (
  name: string,
  domain: string,
  generation: number,
): Messages['envoy.config.route.v3.VirtualHost'] => ({
  name,
  domains: [domain],
  routes: [
    ...['/cart', '/pay', '/search', '/account'].map((prefix) => ({
      name: `default/${name}`,
      match: { path_separated_prefix: prefix },
      direct_response: { status: 503 },
      metadata: { filter_metadata: { team: { name: 'shop', contact: 'shop@example.com' } } },
    })),
    { match: { prefix: '/' }, direct_response: { status: 200, body: { inline_string: String(generation) } } },
  ],
});

function hostResources(way: Way, place: number, generation: number): readonly PackedResource[] {
  const name = way === 'apart' ? `http/hosts/h${place}` : `h${place}`;
  const domain = hostName(place);
  if (way === 'together') return [];
  if (way === 'apart')
    return [resource('envoy.config.route.v3.VirtualHost', name, virtualHost(name, domain, generation))];
  return [
    resource('envoy.config.route.v3.ScopedRouteConfiguration', name, {
      name,
      route_configuration_name: name,
      key: { fragments: [{ string_key: domain }] },
    }),
    resource('envoy.config.route.v3.RouteConfiguration', name, {
      name,
      virtual_hosts: [virtualHost(name, '*', generation)],
    }),
  ];
}

const together = (hosts: number, generation: number): PackedResource =>
  resource('envoy.config.route.v3.RouteConfiguration', 'http', {
    name: 'http',
    virtual_hosts: Array.from({ length: hosts }, (_, place) =>
      virtualHost(`h${place}`, hostName(place), place === CHANGING ? generation : 0),
    ),
  });

const apart: PackedResource = resource('envoy.config.route.v3.RouteConfiguration', 'http/hosts', {
  name: 'http/hosts',
  vhds: { config_source: FROM_ADS },
});

type Manager = Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'];

const ROUTES: Readonly<Record<Way, Pick<Manager, 'rds' | 'scoped_routes'>>> = {
  together: { rds: { route_config_name: 'http', config_source: FROM_ADS } },
  apart: { rds: { route_config_name: 'http/hosts', config_source: FROM_ADS } },
  scoped: {
    scoped_routes: {
      name: 'http',
      rds_config_source: FROM_ADS,
      scope_key_builder: {
        fragments: [{ header_value_extractor: { name: ':authority', element_separator: ',', index: 0 } }],
      },
      scoped_rds: { scoped_rds_config_source: FROM_ADS },
    },
  },
};

const listener = (way: Way): PackedResource => {
  const manager = any('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
    stat_prefix: 'http',
    ...ROUTES[way],
    http_filters: [
      { name: 'envoy.filters.http.router', typed_config: any('envoy.extensions.filters.http.router.v3.Router', {}) },
    ],
  });
  return resource('envoy.config.listener.v3.Listener', 'http', {
    name: 'http',
    address: { socket_address: { address: '127.0.0.1', port_value: 0 } },
    filter_chains: [{ filters: [{ name: 'envoy.filters.network.http_connection_manager', typed_config: manager }] }],
  });
};
