/** The configuration that both servers serve; `../peer/cmd/server/configuration.go` makes the same. */
import type { Bundle, PackedResource } from '../../compiler/5-pack/bundle.ts';
import { createPackMemo } from '../../compiler/5-pack/memo.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import { any, encode, TypeUrl, type Messages } from '../../compiler/xds/index.ts';

/** `node.cluster` of the Envoys. */
export const NODE_CLUSTER = 'bench';

export const GATEWAY = 'bench/edge';

/**
 * Bundles of clusters with an endpoint each, one listener and one route configuration: each has the endpoints of the
 * first `changing` clusters changed against the one before.
 */
export function* bundles(clusters: number, changing: number): Generator<Bundle, never> {
  const memo = createPackMemo();
  const fixed = [...range(clusters).map(cluster), listener, routeConfiguration(clusters)].map(packed);
  const unchanged = range(clusters)
    .slice(changing)
    .map((number) => packed(endpoints(number, 0)));
  for (let generation = 0; ; generation++) {
    const changed = range(Math.min(changing, clusters)).map((number) => packed(endpoints(number, generation)));
    yield pack(
      {
        gateway: GATEWAY,
        nodes: { clusters: [NODE_CLUSTER], ids: [], labels: {} },
        compiler: 'bench',
        envoy: '1.40.0',
        source: '',
        resources: [...fixed, ...changed, ...unchanged],
        secrets: [],
      },
      memo,
    );
  }
}

interface Resource {
  readonly typeUrl: string;
  readonly name: string;
  readonly value: Uint8Array;
  readonly needs?: { readonly typeUrl: string; readonly name: string };
}

const packed = ({ typeUrl, name, value, needs }: Resource): PackedResource => ({
  typeUrl,
  name,
  value,
  requires: needs ? [needs] : [],
});

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

const clusterName = (number: number): string => `cluster-${String(number).padStart(5, '0')}`;

const fromAds: Messages['envoy.config.core.v3.ConfigSource'] = { resource_api_version: 'V3', ads: {} };

function cluster(number: number): Resource {
  const name = clusterName(number);
  const value = encode('envoy.config.cluster.v3.Cluster', {
    name,
    type: 'EDS',
    connect_timeout: '5s',
    eds_cluster_config: { eds_config: fromAds },
  });
  return { typeUrl: TypeUrl.cluster, name, value, needs: { typeUrl: TypeUrl.endpoint, name } };
}

function endpoints(number: number, changes: number): Resource {
  const name = clusterName(number);
  const address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  const value = encode('envoy.config.endpoint.v3.ClusterLoadAssignment', {
    cluster_name: name,
    endpoints: [{ lb_endpoints: [{ endpoint: { address: socketAddress(address, 8000 + changes) } }] }],
  });
  return { typeUrl: TypeUrl.endpoint, name, value };
}

function routeConfiguration(clusters: number): Resource {
  const routes = range(clusters).map((number): Messages['envoy.config.route.v3.Route'] => ({
    match: { prefix: `/service-${String(number).padStart(5, '0')}/` },
    route: { cluster: clusterName(number), timeout: '15s' },
  }));
  const value = encode('envoy.config.route.v3.RouteConfiguration', {
    name: 'rc-0',
    virtual_hosts: [{ name: 'all', domains: ['*'], routes }],
  });
  return { typeUrl: TypeUrl.route, name: 'rc-0', value };
}

const manager = any('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
  stat_prefix: 'http',
  rds: { config_source: fromAds, route_config_name: 'rc-0' },
  http_filters: [
    { name: 'envoy.filters.http.router', typed_config: any('envoy.extensions.filters.http.router.v3.Router', {}) },
  ],
});

const listener: Resource = {
  typeUrl: TypeUrl.listener,
  name: 'listener-0',
  value: encode('envoy.config.listener.v3.Listener', {
    name: 'listener-0',
    address: socketAddress('127.0.0.1', 10080),
    filter_chains: [{ filters: [{ name: 'envoy.filters.network.http_connection_manager', typed_config: manager }] }],
  }),
  needs: { typeUrl: TypeUrl.route, name: 'rc-0' },
};

function socketAddress(address: string, port: number): Messages['envoy.config.core.v3.Address'] {
  return { socket_address: { address, port_value: port } };
}
