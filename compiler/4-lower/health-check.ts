/** Active health checks. Source: envoy/config/core/v3/health_check.proto. */
import type { Endpoint, HealthCheck, UpstreamSpec } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import type { Messages } from '../xds/index.ts';
import { hostnameOf } from './hostname.ts';
import { duration } from './quantities.ts';

type EnvoyHealthCheck = Messages['envoy.config.core.v3.HealthCheck'];

export function lowerHealthChecks(upstream: Valid<'Upstream'>): readonly EnvoyHealthCheck[] {
  const { healthChecks, protocol } = upstream.value.spec;
  return healthChecks.map((check, place) => ({
    ...lowerHealthCheck(check, hostnameOf(upstream), protocol),
    // Envoy tells several checks of one cluster apart by their names, and refuses them without.
    ...(healthChecks.length > 1 && { name: `${kindOf(check)}-${place}` }),
  }));
}

/** What an endpoint's own host name means for checks. Envoy prefers it to the one that a check gives. */
export function healthCheckConfig(
  { hostname }: Endpoint,
  { value }: Valid<'Upstream'>,
): Pick<Messages['envoy.config.endpoint.v3.Endpoint'], 'health_check_config'> {
  const { healthChecks } = value.spec;
  const isWanted = healthChecks.length > 0 && healthChecks.every(({ http }) => http?.hostname === undefined);
  return hostname !== undefined && isWanted ? { health_check_config: { hostname } } : {};
}

function lowerHealthCheck(check: HealthCheck, hostname: string, protocol: UpstreamSpec['protocol']): EnvoyHealthCheck {
  const { http, grpc, interval, timeout, unhealthyThreshold, healthyThreshold } = check;
  return {
    timeout: duration(timeout),
    interval: duration(interval),
    // Envoy checks a cluster that has had no requests yet only once a minute, and would learn late what is wrong.
    no_traffic_interval: duration(interval),
    unhealthy_threshold: unhealthyThreshold,
    healthy_threshold: healthyThreshold,
    ...(http && {
      http_health_check: {
        host: http.hostname ?? hostname,
        path: http.path,
        // Checks speak what requests speak; where TLS decides, HTTP/1.1 is what both sides know.
        ...(protocol === 'http2' && { codec_client_type: 'HTTP2' }),
        expected_statuses: http.expectedStatuses.map((status) => ({ start: status, end: status + 1 })),
      },
    }),
    ...(grpc && {
      grpc_health_check: {
        ...(grpc.service !== undefined && { service_name: grpc.service }),
        authority: hostname,
      },
    }),
    ...(!http && !grpc && { tcp_health_check: {} }),
  };
}

const kindOf = ({ http, grpc }: HealthCheck): string => (http ? 'http' : grpc ? 'grpc' : 'tcp');
