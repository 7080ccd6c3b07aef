/** What an Envoy is started with: who it is, where its relay is, and what it refuses rather than break down. */
import type { Relay } from '../../2-validate/generated/types.ts';
import { nodeSelector } from '../../3-link/gateway/nodes.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { Messages } from '../../xds/index.ts';
import { socketAddress } from '../address.ts';
import { ads } from '../config-source.ts';
import { commonLocality, LOCAL_CLUSTER, localCluster } from '../cluster/local-cluster.ts';
import { overloadManager, overloadRuntime } from './overload.ts';
import { relayTransportSocket } from './relay-tls.ts';
import { grpcCluster } from './static-cluster.ts';
import { statsEndpoint } from './stats-endpoint.ts';
import { lowerStats } from './stats.ts';

type Bootstrap = Messages['envoy.config.bootstrap.v3.Bootstrap'];

/** The cluster that Envoy finds its relay by. */
export const RELAY_CLUSTER = 'enroute_relay';

/**
 * Left to itself, Envoy may wait half a minute before it tries a relay again that was restarted. It draws each wait by
 * chance, so thousands that lost their relay together come back over five seconds.
 */
export const RECONNECT = { retry_back_off: { base_interval: '0.5s', max_interval: '5s' } } as const;

/** Source: envoy/config/bootstrap/v3/bootstrap.proto. The node's id is given to each Envoy when it is started. */
export function lowerBootstrap(gateway: Valid<'Gateway'>): Bootstrap {
  const { admin, overload, relay, stats } = gateway.value.spec;
  const { settings, clusters: sinks } = lowerStats(stats);
  const endpoint = statsEndpoint(stats.endpoint, admin);
  const { localities } = gateway.value.spec.nodes;
  const { clusters, ids, labels } = nodeSelector(gateway);
  const [cluster = gateway.name] = clusters;
  const [id] = ids;
  return {
    node: {
      cluster,
      ...(id !== undefined && { id }),
      ...(Object.keys(labels).length > 0 && { metadata: labels }),
      ...commonLocality(localities),
    },
    admin: { address: socketAddress(admin.address, admin.port) },
    dynamic_resources: {
      ads_config: {
        api_type: relay.protocol === 'delta' ? 'DELTA_GRPC' : 'GRPC',
        transport_api_version: 'V3',
        grpc_services: [{ envoy_grpc: { cluster_name: RELAY_CLUSTER, retry_policy: RECONNECT } }],
        // Envoy describes itself in some 60 KB; once a stream is enough.
        set_node_on_first_message_only: true,
      },
      cds_config: ads,
      lds_config: ads,
    },
    ...(localities && { cluster_manager: { local_cluster_name: LOCAL_CLUSTER } }),
    static_resources: {
      ...(endpoint.listeners.length > 0 && { listeners: endpoint.listeners }),
      clusters: [
        relayCluster(relay),
        ...(localities ? [localCluster(localities)] : []),
        ...sinks,
        ...endpoint.clusters,
      ],
    },
    ...settings,
    layered_runtime: {
      layers: [
        // The compiler bounds the size of expressions itself; Envoy's own limit of 100 refuses useful ones.
        {
          name: 'enroute',
          static_layer: { 're2.max_program_size.error_level': 1_000_000, ...overloadRuntime(overload) },
        },
        { name: 'admin', admin_layer: {} },
      ],
    },
    overload_manager: overloadManager(overload),
  };
}

/** A relay that is gone without a word is noticed, so that another can be asked. */
const relayCluster = ({ address, port, tls }: Relay): Messages['envoy.config.cluster.v3.Cluster'] => ({
  ...grpcCluster(RELAY_CLUSTER, address, port),
  ...(tls && { transport_socket: relayTransportSocket(tls, tls.serverName ?? address) }),
});
