/** Bootstraps for one Envoy: the gateway's own, with what only this Envoy has. */
import type { CompiledBundle, NodeSelector } from '../compiler/index.ts';

export type Bootstrap = CompiledBundle['bootstrap'];

/** A host name or an IP address without brackets, and a port. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Names the Envoy, and gives it what the gateway selects its nodes by. */
export function withNode(bootstrap: Bootstrap, id: string | undefined, { labels }: NodeSelector): Bootstrap {
  return {
    ...bootstrap,
    node: {
      ...bootstrap.node,
      ...(id !== undefined && { id }),
      ...(Object.keys(labels).length > 0 && { metadata: labels }),
    },
  };
}

/** Where the relay is, rather than where the Gateway document says. */
export const withRelay = (bootstrap: Bootstrap, { host, port }: Address): Bootstrap =>
  withClusters(bootstrap, (cluster) => ({
    ...cluster,
    type: /^[\d.]+$|:/.test(host) ? 'STATIC' : 'STRICT_DNS',
    load_assignment: {
      cluster_name: cluster.name,
      endpoints: [
        { lb_endpoints: [{ endpoint: { address: { socket_address: { address: host, port_value: port } } } }] },
      ],
    },
  }));

/** Without TLS towards the relay: for a relay on this machine. */
export const withPlainRelay = (bootstrap: Bootstrap): Bootstrap =>
  withClusters(bootstrap, ({ transport_socket: _tls, ...cluster }) => cluster);

/** With any free port for the administration interface, which Envoy writes to a file. */
export const withFreeAdminPort = (bootstrap: Bootstrap): Bootstrap => ({
  ...bootstrap,
  admin: { ...bootstrap.admin, address: { socket_address: { address: '127.0.0.1', port_value: 0 } } },
});

type Clusters = NonNullable<NonNullable<Bootstrap['static_resources']>['clusters']>;

const withClusters = (bootstrap: Bootstrap, change: (cluster: Clusters[number]) => Clusters[number]): Bootstrap => ({
  ...bootstrap,
  static_resources: {
    ...bootstrap.static_resources,
    clusters: (bootstrap.static_resources?.clusters ?? []).map(change),
  },
});
