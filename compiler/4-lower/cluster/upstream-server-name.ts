/**
 * The server name that TLS asks an upstream's endpoints for, and the names that their certificates must have.
 *
 * Source: UpstreamHttpProtocolOptions in envoy/config/core/v3/protocol.proto, and UpstreamTlsContext in
 * envoy/extensions/transport_sockets/tls/v3/tls.proto.
 */
import type { UpstreamSpec, UpstreamTls } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';

/** Where the server name comes from: always the request, if its host is also the one to connect to. */
export const serverNameSource = ({ tls, dynamicForwardProxy }: UpstreamSpec): UpstreamTls['sniFrom'] =>
  dynamicForwardProxy ? 'request-host' : tls?.sniFrom;

/** Whether the certificate must have the server name, because the document says no other names. */
export const checksServerName = ({ tls }: UpstreamSpec): boolean =>
  !tls?.validation.insecureSkipVerify && !tls?.validation.subjectAltNames && !tls?.validation.subjectAltNameMatches;

/** Server names that are known only when a request comes. */
export const serverNameOptions = (
  spec: UpstreamSpec,
): Pick<Messages['envoy.extensions.upstreams.http.v3.HttpProtocolOptions'], 'upstream_http_protocol_options'> =>
  serverNameSource(spec) === 'request-host'
    ? {
        upstream_http_protocol_options: {
          auto_sni: true,
          ...(checksServerName(spec) && { auto_san_validation: true }),
        },
      }
    : {};

/** Server names that are known when a connection is made. */
export function serverName(
  spec: UpstreamSpec,
): Pick<
  Messages['envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext'],
  'sni' | 'auto_host_sni' | 'auto_sni_san_validation'
> {
  const { tls, dns } = spec;
  const source = serverNameSource(spec);
  if (source === 'endpoint-hostname')
    return { auto_host_sni: true, ...(checksServerName(spec) && { auto_sni_san_validation: true }) };
  const sni = source === undefined ? (tls?.sni ?? dns?.hostname) : undefined;
  return sni === undefined ? {} : { sni };
}
