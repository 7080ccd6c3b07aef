/** The bundle that the protocol's checks expect: clusters with their endpoints, one listener, one route configuration. */
import { pack } from '../../../compiler/5-pack/pack.ts';
import type { Bundle, PackedResource } from '../../../compiler/5-pack/bundle.ts';
import { createPackMemo } from '../../../compiler/5-pack/memo.ts';
import { any, encode, TypeUrl, type Messages } from '../../../compiler/xds/index.ts';

export interface FixtureOptions {
  readonly clusters: number;
  /** How often the first `changed` of a type have changed. */
  readonly generations?: Partial<Record<'cluster' | 'endpoint' | 'listener' | 'route', number>>;
  readonly changed?: number;
  readonly gateway?: string;
  readonly nodeCluster?: string;
  /** The port that the listener listens on. */
  readonly port?: number;
}

export const clusterName = (index: number): string => `cluster-${String(index).padStart(5, '0')}`;

/** Unchanged resources are the same bytes in the next bundle, and unchanged blocks the same chunks. */
export function createFixture(): (options: FixtureOptions) => Bundle {
  const memo = createPackMemo();
  return (options) => packFixture(options, memo);
}

function packFixture(options: FixtureOptions, memo: ReturnType<typeof createPackMemo>): Bundle {
  const { clusters, gateway = 'default/edge', nodeCluster = 'g1' } = options;
  const indexes = Array.from({ length: clusters }, (_, index) => index);
  return pack(
    {
      gateway,
      nodes: { clusters: [nodeCluster], ids: [], labels: {} },
      compiler: 'test',
      envoy: '1.40.0',
      source: '',
      secrets: [],
      resources: [
        ...indexes.map((index) => cluster(index, generationOf(options, 'cluster', index))),
        ...indexes.map((index) => endpoints(index, generationOf(options, 'endpoint', index))),
        listener(options.generations?.listener ?? 0, options.port ?? 10_080),
        routes(indexes, (index) => generationOf(options, 'route', index)),
        ...BARRIERS.map(runtime),
      ],
    },
    memo,
  );
}

function generationOf(
  { generations = {}, changed = 2 }: FixtureOptions,
  kind: 'cluster' | 'endpoint' | 'route',
  index: number,
): number {
  return index < changed ? (generations[kind] ?? 0) : 0;
}

/** Names of runtime layers, a type that waits for nothing: an answer to a request for one says that all before it is over. */
export const BARRIERS: readonly string[] = Array.from({ length: 8 }, (_, index) => `barrier-${index}`);

function runtime(name: string): PackedResource {
  const value = encode('envoy.service.runtime.v3.Runtime', { name, layer: { name } });
  return { typeUrl: TypeUrl.runtime, name, value, requires: [] };
}

const ADS = { ads: {}, resource_api_version: 'V3' } as const;

function cluster(index: number, generation: number): PackedResource {
  const name = clusterName(index);
  const message: Messages['envoy.config.cluster.v3.Cluster'] = {
    name,
    type: 'EDS',
    connect_timeout: `${(5_000 + generation) / 1_000}s`,
    eds_cluster_config: { eds_config: ADS },
  };
  const value = encode('envoy.config.cluster.v3.Cluster', message);
  return { typeUrl: TypeUrl.cluster, name, value, requires: [{ typeUrl: TypeUrl.endpoint, name }] };
}

function endpoints(index: number, generation: number): PackedResource {
  const name = clusterName(index);
  const address = `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
  const value = encode('envoy.config.endpoint.v3.ClusterLoadAssignment', {
    cluster_name: name,
    endpoints: [
      { lb_endpoints: [{ endpoint: { address: { socket_address: { address, port_value: 8_000 + generation } } } }] },
    ],
  });
  return { typeUrl: TypeUrl.endpoint, name, value, requires: [] };
}

function listener(generation: number, port: number): PackedResource {
  const manager = any('envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager', {
    stat_prefix: `http-${generation}`,
    rds: { config_source: ADS, route_config_name: 'rc-0' },
    http_filters: [
      { name: 'envoy.filters.http.router', typed_config: any('envoy.extensions.filters.http.router.v3.Router', {}) },
    ],
  });
  const value = encode('envoy.config.listener.v3.Listener', {
    name: 'listener-0',
    address: { socket_address: { address: '127.0.0.1', port_value: port } },
    filter_chains: [{ filters: [{ name: 'envoy.filters.network.http_connection_manager', typed_config: manager }] }],
  });
  return { typeUrl: TypeUrl.listener, name: 'listener-0', value, requires: [] };
}

function routes(indexes: readonly number[], generation: (index: number) => number): PackedResource {
  const value = encode('envoy.config.route.v3.RouteConfiguration', {
    name: 'rc-0',
    virtual_hosts: [
      {
        name: 'all',
        domains: ['*'],
        routes: indexes.map((index) => ({
          match: { prefix: `/svc-${String(index).padStart(5, '0')}/` },
          route: { cluster: clusterName(index), timeout: `${(15_000 + generation(index)) / 1_000}s` },
        })),
      },
    ],
  });
  return { typeUrl: TypeUrl.route, name: 'rc-0', value, requires: [] };
}
