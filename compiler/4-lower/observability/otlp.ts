/** How Envoy reaches an OpenTelemetry collector: OTLP over gRPC or HTTP. Source: envoy/config/core/v3/http_service.proto. */
import type { Messages } from '../../xds/index.ts';
import { grpcService } from '../grpc-service.ts';
import type { NamedUpstreams } from '../http-filters/named-upstreams.ts';

/** How a document names a collector. */
export interface Collector {
  readonly upstream: string;
  readonly protocol: 'grpc' | 'http';
  /** For HTTP. */
  readonly path: string;
}

type Service =
  | { readonly grpc_service: Messages['envoy.config.core.v3.GrpcService'] }
  | { readonly http_service: Messages['envoy.config.core.v3.HttpService'] };

/** @param usualPath the default of `path`, which harms nobody beside gRPC */
export function otlpService(
  { upstream, protocol, path }: Collector,
  usualPath: string,
  services: NamedUpstreams,
): Service {
  if (protocol === 'http') return { http_service: httpService(upstream, path, services) };
  if (path !== usualPath) services.report('needless-field', '/path', { field: 'path', beside: 'protocol: grpc' });
  return { grpc_service: grpcService(upstream, '/upstream', services) };
}

/** An HTTP service that takes what Envoy posts to it. */
export const httpService = (
  upstream: string,
  path: string,
  { cluster, hostname }: NamedUpstreams,
): Messages['envoy.config.core.v3.HttpService'] => ({
  http_uri: { uri: `http://${hostname(upstream)}${path}`, cluster: cluster(upstream), timeout: '5s' },
});
