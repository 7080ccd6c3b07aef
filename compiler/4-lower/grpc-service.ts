import type { Messages } from '../xds/index.ts';
import type { NamedUpstreams } from './http-filters/named-upstreams.ts';

/**
 * A gRPC service that Envoy asks or tells something.
 *
 * @param pointer where in the configuration the upstream is named, since gRPC needs one that speaks HTTP/2
 */
export function grpcService(
  upstream: string,
  pointer: string,
  { cluster, hostname, protocol, report }: NamedUpstreams,
): Messages['envoy.config.core.v3.GrpcService'] {
  if (protocol(upstream) !== 'http2')
    report('needs-field', pointer, { what: 'gRPC', needs: `"protocol: http2" in the Upstream "${upstream}"` });
  return { envoy_grpc: { cluster_name: cluster(upstream), authority: hostname(upstream) } };
}
