/** Active health checks. Source: envoy/config/core/v3/health_check.proto. */
import type { Endpoint, EndpointHealthCheck, HealthCheck, UpstreamSpec } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import type { Messages } from '../xds/index.ts';
import { socketAddress } from './address.ts';
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

/** What is particular about the checks of an endpoint. Envoy prefers its host name to the one that a check gives. */
export function healthCheckConfig(
  { hostname, healthCheck, port }: Endpoint,
  { value }: Valid<'Upstream'>,
): Pick<Messages['envoy.config.endpoint.v3.Endpoint'], 'health_check_config'> {
  const { healthChecks } = value.spec;
  const isNameWanted = healthChecks.length > 0 && healthChecks.every(({ http }) => http?.hostname === undefined);
  const config = {
    ...(healthCheck && endpointHealthCheck(healthCheck, port)),
    ...(hostname !== undefined && isNameWanted && { hostname }),
  };
  return Object.keys(config).length > 0 ? { health_check_config: config } : {};
}

const endpointHealthCheck = ({ port, address, disabled }: EndpointHealthCheck, usual = 0) => ({
  // Another address has its port with it, and linking has made sure that there is one.
  ...(port !== undefined && address === undefined && { port_value: port }),
  ...(address !== undefined && { address: socketAddress(address, port ?? usual) }),
  ...(disabled && { disable_active_health_check: true }),
});

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
