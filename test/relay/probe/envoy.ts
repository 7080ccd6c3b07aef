/** Resources that a real Envoy can serve traffic with, and an Envoy that gets them. */
import { RECONNECT } from '../../../compiler/4-lower/bootstrap/bootstrap.ts';
import { pack } from '../../../compiler/5-pack/pack.ts';
import type { Bundle, PackedResource, Requirement } from '../../../compiler/5-pack/bundle.ts';
import type { RolloutPolicy } from '../../../compiler/5-pack/rollout-policy.ts';
import { any, encode, TypeUrl, type MessageName, type Messages } from '../../../compiler/xds/index.ts';
import type { Protocol } from '../../../relay/ads-server.ts';

export interface TrafficBundle {
  /** By name: the port of its only endpoint, and its connect timeout, by which a cluster changes. */
  readonly clusters: Readonly<Record<string, { readonly port: number; readonly timeoutMs?: number }>>;
  /** The cluster of each path prefix. */
  readonly routes: Readonly<Record<string, string>>;
  /** Names and ports of listeners, all with the same routes. */
  readonly listeners: Readonly<Record<string, number>>;
  /** How long a filter holds each request up after its route is chosen, in milliseconds. */
  readonly heldMs?: number;
  /** A listener that Envoy refuses. */
  readonly badListener?: boolean;
  readonly rollout?: RolloutPolicy;
}

export function trafficBundle(content: TrafficBundle): Bundle {
  return pack({
    gateway: 'default/edge',
    nodes: { clusters: ['edge'], ids: [], labels: {} },
    compiler: 'test',
    envoy: '1.40.0',
    source: '',
    secrets: [],
    resources: resourcesOf(content),
    ...(content.rollout && { rollout: content.rollout }),
  });
}

const ADS = { ads: {}, resource_api_version: 'V3' } as const;

function resourcesOf({ clusters, routes, listeners, heldMs, badListener }: TrafficBundle): PackedResource[] {
  return [
    ...Object.entries(clusters).flatMap(([name, { port, timeoutMs = 1_000 }]) => [
      cluster(name, timeoutMs),
      endpoints(name, port),
    ]),
    ...Object.entries(listeners).map(([name, port]) => listener(name, port, 'rds', heldMs)),
    ...(badListener ? [listener('bad', 0, 'nonsense')] : []),
    routeConfiguration(routes),
  ];
}

function resource<K extends MessageName>(
  type: K,
  name: string,
  message: Messages[K],
  requires: readonly Requirement[] = [],
): PackedResource {
  return { typeUrl: `type.googleapis.com/${type}`, name, value: encode(type, message), requires };
}

const cluster = (name: string, timeoutMs: number): PackedResource =>
  resource(
    'envoy.config.cluster.v3.Cluster',
    name,
    { name, type: 'EDS', connect_timeout: `${timeoutMs / 1_000}s`, eds_cluster_config: { eds_config: ADS } },
    [{ typeUrl: TypeUrl.endpoint, name }],
  );

const socket = (port: number) => ({ socket_address: { address: '127.0.0.1', port_value: port } });

const endpoints = (name: string, port: number): PackedResource =>
  resource('envoy.config.endpoint.v3.ClusterLoadAssignment', name, {
    cluster_name: name,
    endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(port) } }] }],
  });

const routeConfiguration = (routes: Readonly<Record<string, string>>): PackedResource =>
  resource('envoy.config.route.v3.RouteConfiguration', 'routes', {
    name: 'routes',
    virtual_hosts: [
      {
        name: 'all',
        domains: ['*'],
        routes: Object.entries(routes).map(([prefix, to]) => ({ match: { prefix }, route: { cluster: to } })),
      },
    ],
  });

/** A listener without a port of its own gets any; one whose bandwidth is nonsense is refused by Envoy's code. */
function listener(name: string, port: number, kind: 'rds' | 'nonsense', heldMs = 0): PackedResource {
  const manager = any('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
    stat_prefix: name,
    ...(kind === 'rds'
      ? { rds: { config_source: ADS, route_config_name: 'routes' } }
      : { route_config: { name: 'twice', virtual_hosts: [TWICE, TWICE] } }),
    http_filters: [
      ...(heldMs > 0 ? [holdUp(heldMs)] : []),
      { name: 'envoy.filters.http.router', typed_config: any('envoy.extensions.filters.http.router.v3.Router', {}) },
    ],
  });
  return resource('envoy.config.listener.v3.Listener', name, {
    name,
    address: socket(port),
    filter_chains: [{ filters: [{ name: 'envoy.filters.network.http_connection_manager', typed_config: manager }] }],
  });
}

const holdUp = (milliseconds: number) => ({
  name: 'envoy.filters.http.fault',
  typed_config: any('envoy.extensions.filters.http.fault.v3.HTTPFault', {
    delay: { fixed_delay: `${milliseconds / 1_000}s`, percentage: { numerator: 100 } },
  }),
});

/** The API allows a domain twice; Envoy's code does not. */
const TWICE = { name: 'twice', domains: ['same.test'], routes: [] };

/** The bootstrap of an Envoy that gets everything from the relay at this address. */
export function adsBootstrap(relay: string, protocol: Protocol) {
  const port = Number(relay.split(':').at(-1));
  return {
    admin: { address: socket(0) },
    node: { id: 'envoy-1', cluster: 'edge' },
    dynamic_resources: {
      ads_config: {
        api_type: protocol === 'delta' ? 'DELTA_GRPC' : 'GRPC',
        transport_api_version: 'V3',
        set_node_on_first_message_only: true,
        grpc_services: [{ envoy_grpc: { cluster_name: 'relay', retry_policy: RECONNECT } }],
      },
      cds_config: ADS,
      lds_config: ADS,
    },
    static_resources: {
      clusters: [
        {
          name: 'relay',
          typed_extension_protocol_options: {
            'envoy.extensions.upstreams.http.v3.HttpProtocolOptions': {
              '@type': 'type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions',
              explicit_http_config: { http2_protocol_options: {} },
            },
          },
          load_assignment: {
            cluster_name: 'relay',
            endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(port) } }] }],
          },
        },
      ],
    },
  };
}
