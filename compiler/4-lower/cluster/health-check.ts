/** Active health checks. Source: envoy/config/core/v3/health_check.proto. */
import { statusRange } from '../../2-validate/formats/status-range.ts';
import type {
  GrpcHealthCheck,
  HealthCheck,
  HeaderAndValue,
  HttpHealthCheck,
  Payload,
  TcpHealthCheck,
  UpstreamSpec,
} from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { Messages } from '../../xds/index.ts';
import { checkIntervals, eventLog } from './health-check-timing.ts';
import { hostnameOf } from './hostname.ts';
import { bytes } from '../quantities.ts';

type EnvoyHealthCheck = Messages['envoy.config.core.v3.HealthCheck'];
type EnvoyPayload = Messages['envoy.config.core.v3.HealthCheck.Payload'];
type HeaderValueOption = Messages['envoy.config.core.v3.HeaderValueOption'];

export function lowerHealthChecks(upstream: Valid<'Upstream'>): readonly EnvoyHealthCheck[] {
  const { healthChecks } = upstream.value.spec;
  return healthChecks.map((check, place) => ({
    ...checkIntervals(check),
    ...checker(check, upstream),
    ...(check.eventLog && eventLog(check.eventLog)),
    // Envoy tells several checks of one cluster apart by their names, and refuses them without.
    ...(healthChecks.length > 1 && { name: `${kindOf(check)}-${place}` }),
  }));
}

const kindOf = ({ http, grpc }: HealthCheck): string => (http ? 'http' : grpc ? 'grpc' : 'tcp');

function checker({ http, tcp, grpc }: HealthCheck, upstream: Valid<'Upstream'>): Partial<EnvoyHealthCheck> {
  const hostname = hostnameOf(upstream);
  if (http) return httpCheck(http, hostname, upstream.value.spec);
  return grpc ? { grpc_health_check: grpcCheck(grpc, hostname) } : { tcp_health_check: tcp ? tcpCheck(tcp) : {} };
}

/**
 * Checks speak what requests speak; where TLS or the client decides, HTTP/1.1 is what both sides know. Envoy cannot check
 * over QUIC, and breaks down when it is told to: upstreams that speak HTTP/3 are checked over TCP.
 */
const CODECS = {
  http1: {},
  http2: { codec_client_type: 'HTTP2' },
  http3: {},
  automatic: {},
  client: {},
} as const satisfies Readonly<Record<UpstreamSpec['protocol'], object>>;

function httpCheck(http: HttpHealthCheck, hostname: string, spec: UpstreamSpec): Partial<EnvoyHealthCheck> {
  const { method, body, expectedStatuses, retriableStatuses, expectedBody, searchedSize } = http;
  return {
    http_health_check: {
      host: http.hostname ?? hostname,
      path: http.path,
      ...(body !== undefined && { send: payload({ text: body }) }),
      ...(expectedBody && { receive: expectedBody.map(payload) }),
      ...addedHeaders(http.headers, 'request_headers_to_add'),
      ...(http.removeHeaders.length > 0 && { request_headers_to_remove: http.removeHeaders }),
      ...CODECS[http.protocol ?? spec.protocol],
      expected_statuses: expectedStatuses.map(halfOpen),
      ...(retriableStatuses && { retriable_statuses: retriableStatuses.map(halfOpen) }),
      ...(method !== 'GET' && { method }),
      ...(expectedBody && { response_buffer_size: String(bytes(searchedSize)) }),
    },
    ...alpn(http, spec),
  };
}

/** Over TLS, a check in another protocol than requests says so in its handshake. */
const alpn = ({ protocol }: HttpHealthCheck, { tls }: UpstreamSpec): Pick<EnvoyHealthCheck, 'tls_options'> =>
  protocol !== undefined && tls ? { tls_options: { alpn_protocols: [protocol === 'http2' ? 'h2' : 'http/1.1'] } } : {};

/** Envoy's ranges end before their end. */
const halfOpen = (range: string | number): Messages['envoy.type.v3.Int64Range'] => {
  const { from, to } = statusRange(range);
  return { start: from, end: to + 1 };
};

const grpcCheck = (
  { service, hostname, headers }: GrpcHealthCheck,
  usual: string,
): Messages['envoy.config.core.v3.HealthCheck.GrpcHealthCheck'] => ({
  ...(service !== undefined && { service_name: service }),
  authority: hostname ?? usual,
  ...addedHeaders(headers, 'initial_metadata'),
});

const tcpCheck = ({ send, receive }: TcpHealthCheck): Messages['envoy.config.core.v3.HealthCheck.TcpHealthCheck'] => ({
  ...(send && { send: payload(send) }),
  ...(receive && { receive: receive.map(payload) }),
});

/** What Envoy calls text is hexadecimal. */
const payload = ({ text, hex }: Payload): EnvoyPayload => ({
  text: hex ?? hexadecimal(new TextEncoder().encode(text ?? '')),
});

const hexadecimal = (octets: Uint8Array): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');

const addedHeaders = <K extends string>(
  headers: readonly HeaderAndValue[],
  field: K,
): { readonly [F in K]?: readonly HeaderValueOption[] } | Record<never, never> =>
  headers.length === 0
    ? {}
    : {
        [field]: headers.map(({ name, value }): HeaderValueOption => ({
          header: { key: name, value },
          append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
        })),
      };
