/** What an upstream is spoken to in, and what goes with it. */
import { bytes } from '../../2-validate/formats/quantity.ts';
import type { UpstreamHttp } from '../../2-validate/generated/types.ts';
import type { ReportHere, Spec } from './upstreams.ts';

export function checkHttp(spec: Spec, report: ReportHere): void {
  const { protocol, tls, http, healthChecks } = spec;
  if (protocol === 'automatic' && !tls)
    report('needs-field', '/protocol', {
      what: '"protocol: automatic"',
      needs: '"tls", whose handshake decides it',
    });
  if (protocol === 'http3' && !tls)
    report('needs-field', '/protocol', { what: '"protocol: http3"', needs: '"tls", which is a part of QUIC' });
  for (const [place, check] of healthChecks.entries()) {
    if (check.grpc && protocol !== 'http2')
      report('needs-field', `/healthChecks/${place}/grpc`, {
        what: 'a gRPC health check',
        needs: '"protocol: http2"',
      });
  }
  if (http) checkSettings(http, protocol, report);
  if (http?.http3 || protocol === 'http3') checkQuic(spec, report);
}

/** The protocols that may become each version of HTTP. */
const PROTOCOLS = {
  http1: ['http1', 'automatic', 'client'],
  http2: ['http2', 'automatic', 'client'],
  http3: ['http3', 'automatic'],
} as const;

function checkSettings(http: UpstreamHttp, protocol: Spec['protocol'], report: ReportHere): void {
  for (const version of ['http1', 'http2', 'http3'] as const) {
    const allowed: readonly string[] = PROTOCOLS[version];
    if (http[version] && !allowed.includes(protocol))
      report('needs-field', `/http/${version}`, {
        what: `"${version}"`,
        needs: allowed.map((name) => `"protocol: ${name}"`).join(' or '),
      });
  }
  const { maximumResponseHeadersSize: headers, http3 } = http;
  if (headers !== undefined) checkSize(headers, '/http/maximumResponseHeadersSize', 8 * MIB, report);
  if (!http3) return;
  checkSize(http3.streamWindow, '/http/http3/streamWindow', 16 * MIB, report);
  checkSize(http3.connectionWindow, '/http/http3/connectionWindow', 24 * MIB, report);
}

const MIB = 1024 ** 2;

function checkSize(size: string | number, pointer: string, limit: number, report: ReportHere): void {
  if (bytes(size) > limit) report('out-of-range', pointer, { value: size, comparison: '<=', limit });
}

/** What TCP has and QUIC has not. */
function checkQuic({ protocol, proxyProtocol, connection, endpoints, healthChecks }: Spec, report: ReportHere): void {
  const quic = protocol === 'http3' ? 'protocol: http3' : 'http3';
  if (proxyProtocol) report('mutually-exclusive', '/proxyProtocol', { fields: [quic, 'proxyProtocol'] });
  for (const [place, { unixSocket }] of (endpoints ?? []).entries()) {
    if (unixSocket !== undefined)
      report('mutually-exclusive', `/endpoints/${place}/unixSocket`, { fields: [quic, 'unixSocket'] });
  }
  if (protocol !== 'http3') return;
  if (connection?.keepalive) report('needless-field', '/connection/keepalive', { field: 'keepalive', beside: quic });
  for (const [place, { additionalAddresses }] of (endpoints ?? []).entries()) {
    if (additionalAddresses)
      report('needless-field', `/endpoints/${place}/additionalAddresses`, {
        field: 'additionalAddresses',
        beside: quic,
      });
  }
  for (const [place, { tcp }] of healthChecks.entries()) {
    if (tcp) report('mutually-exclusive', `/healthChecks/${place}/tcp`, { fields: [quic, 'tcp'] });
  }
}
