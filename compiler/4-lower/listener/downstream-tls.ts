/** TLS to clients. Source: envoy/extensions/transport_sockets/tls/v3/tls.proto, DownstreamTlsContext. */
import type { Valid } from '../../2-validate/model.ts';
import type { LinkedClientValidation } from '../../3-link/graph.ts';
import type { TlsSettings } from '../../3-link/gateway/tls-settings.ts';
import { any, type Messages } from '../../xds/index.ts';
import { sdsSecret } from '../config-source.ts';
import { subjectAltName } from '../subject-alt-name.ts';
import { tlsContextSettings, tlsParameters } from '../tls-parameters.ts';

type DownstreamTlsContext = Messages['envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext'];
type CommonTlsContext = Messages['envoy.extensions.transport_sockets.tls.v3.CommonTlsContext'];
type ValidationContext = Messages['envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext'];

export interface DownstreamTls {
  readonly certificates: readonly Valid<'Secret'>[];
  readonly clientValidation?: LinkedClientValidation;
  readonly alpn: readonly string[];
}

export const downstreamTls = (
  tls: DownstreamTls,
  settings: TlsSettings,
  ticketKeys?: Valid<'Secret'>,
): Messages['envoy.config.core.v3.TransportSocket'] => ({
  name: 'envoy.transport_sockets.tls',
  typed_config: any('envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext', {
    ...downstreamTlsContext(tls, tlsParameters(settings)),
    ...tlsContextSettings(settings, ticketKeys),
  }),
});

/** @param parameters none for QUIC, which has its own */
export const downstreamTlsContext = (
  { certificates, clientValidation, alpn }: DownstreamTls,
  parameters?: CommonTlsContext['tls_params'],
): DownstreamTlsContext => ({
  common_tls_context: {
    ...(parameters && { tls_params: parameters }),
    tls_certificate_sds_secret_configs: certificates.map(({ key }) => sdsSecret(key)),
    ...(clientValidation && validation(clientValidation)),
    ...(alpn.length > 0 && { alpn_protocols: alpn }),
  },
  ...(clientValidation?.settings.mode === 'required' && { require_client_certificate: true }),
  // Otherwise a client whose server name is in no certificate gets the first one, whether or not it can use its key.
  ...(certificates.length > 1 && { full_scan_certs_on_sni_mismatch: true }),
});

function validation({ settings, authority }: LinkedClientValidation): CommonTlsContext {
  const { inline, subjectAltNames, certificateHashes, publicKeyHashes, revocationLists, maximumDepth } = settings;
  const conditions: ValidationContext = {
    ...(subjectAltNames && { match_typed_subject_alt_names: subjectAltNames.map(subjectAltName) }),
    ...(certificateHashes && { verify_certificate_hash: certificateHashes }),
    ...(publicKeyHashes && { verify_certificate_spki: publicKeyHashes }),
    ...(revocationLists !== undefined && { crl: { inline_string: revocationLists } }),
    ...(maximumDepth !== undefined && { max_verify_depth: maximumDepth }),
  };
  if (!authority) return { validation_context: { trusted_ca: { inline_string: inline ?? '' }, ...conditions } };
  return {
    combined_validation_context: {
      default_validation_context: conditions,
      validation_context_sds_secret_config: sdsSecret(authority.key),
    },
  };
}
