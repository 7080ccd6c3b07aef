/** TLS to endpoints. Source: envoy/extensions/transport_sockets/tls/v3/tls.proto, UpstreamTlsContext. */
import { isIpAddress } from '../2-validate/formats/address.ts';
import type { UpstreamTls } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import type { Graph } from '../3-link/graph.ts';
import { any, type Messages } from '../xds/index.ts';
import { sdsSecret } from './config-source.ts';
import { TLS_VERSIONS } from './tls-versions.ts';

type CommonTlsContext = Messages['envoy.extensions.transport_sockets.tls.v3.CommonTlsContext'];
type ValidationContext = Messages['envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext'];

/** The Secrets that an upstream's TLS settings name. */
export function secretsOfTls(upstream: Valid<'Upstream'>, resolve: Graph['resolve']): readonly Valid<'Secret'>[] {
  const { tls } = upstream.value.spec;
  const named = [tls?.validation.secret, tls?.clientCertificate].filter((name) => name !== undefined);
  return named.map((name) => resolve('Secret', upstream, name));
}

export function upstreamTransportSocket(
  upstream: Valid<'Upstream'>,
  tls: UpstreamTls,
  resolve: Graph['resolve'],
): Messages['envoy.config.core.v3.TransportSocket'] {
  const sni = tls.sni ?? upstream.value.spec.dns?.hostname;
  const { clientCertificate, minimumVersion } = tls;
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: any('envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext', {
      ...(sni !== undefined && { sni }),
      common_tls_context: {
        tls_params: {
          tls_minimum_protocol_version: TLS_VERSIONS[minimumVersion],
          tls_maximum_protocol_version: 'TLSv1_3',
        },
        ...(clientCertificate !== undefined && {
          tls_certificate_sds_secret_configs: [sdsSecret(resolve('Secret', upstream, clientCertificate).key)],
        }),
        ...validation(upstream, tls, sni, resolve),
      },
    }),
  };
}

function validation(
  upstream: Valid<'Upstream'>,
  { validation: { secret, inline, insecureSkipVerify, subjectAltNames } }: UpstreamTls,
  sni: string | undefined,
  resolve: Graph['resolve'],
): CommonTlsContext {
  if (insecureSkipVerify) return {};
  const names = subjectAltNames ?? (sni === undefined ? [] : [sni]);
  const matched: ValidationContext = {
    match_typed_subject_alt_names: names.map((name) => ({
      san_type: isIpAddress(name) ? 'IP_ADDRESS' : 'DNS',
      matcher: { exact: name },
    })),
  };
  if (secret !== undefined)
    return {
      combined_validation_context: {
        default_validation_context: matched,
        validation_context_sds_secret_config: sdsSecret(resolve('Secret', upstream, secret).key),
      },
    };
  const authority = inline === undefined ? { filename: SYSTEM_AUTHORITIES } : { inline_string: inline };
  return { validation_context: { trusted_ca: authority, ...matched } };
}

/**
 * Where Debian, Ubuntu, Alpine, Arch and the images made of them, Envoy's own among them, keep what the machine trusts.
 * The API has `system_root_certs`, but that is for gRPC: Envoy steps over it and checks nothing.
 */
const SYSTEM_AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';
