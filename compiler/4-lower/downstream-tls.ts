/** TLS to clients. Source: envoy/extensions/transport_sockets/tls/v3/tls.proto, DownstreamTlsContext. */
import type { CertificateName, ListenerTls } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import type { LinkedClientValidation } from '../3-link/graph.ts';
import { any, type Messages } from '../xds/index.ts';
import { sdsSecret } from './config-source.ts';
import { stringMatch } from './string-match.ts';
import { TLS_VERSIONS } from './tls-versions.ts';

type CommonTlsContext = Messages['envoy.extensions.transport_sockets.tls.v3.CommonTlsContext'];
type ValidationContext = Messages['envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext'];
type SubjectAltName = Messages['envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher'];

export interface DownstreamTls {
  readonly certificates: readonly Valid<'Secret'>[];
  readonly clientValidation?: LinkedClientValidation;
  readonly alpn: readonly string[];
}

export function downstreamTls(
  { certificates, clientValidation, alpn }: DownstreamTls,
  { minimumVersion, maximumVersion, cipherSuites }: ListenerTls,
): Messages['envoy.config.core.v3.TransportSocket'] {
  return {
    name: 'envoy.transport_sockets.tls',
    typed_config: any('envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext', {
      common_tls_context: {
        tls_params: {
          tls_minimum_protocol_version: TLS_VERSIONS[minimumVersion],
          tls_maximum_protocol_version: TLS_VERSIONS[maximumVersion],
          ...(cipherSuites && { cipher_suites: cipherSuites }),
        },
        tls_certificate_sds_secret_configs: certificates.map(({ key }) => sdsSecret(key)),
        ...(clientValidation && validation(clientValidation)),
        ...(alpn.length > 0 && { alpn_protocols: alpn }),
      },
      ...(clientValidation?.settings.mode === 'required' && { require_client_certificate: true }),
    }),
  };
}

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

const NAME_TYPES = { dns: 'DNS', uri: 'URI', email: 'EMAIL', ip: 'IP_ADDRESS' } as const;

const subjectAltName = ({ type, ...condition }: CertificateName): SubjectAltName => ({
  san_type: NAME_TYPES[type],
  matcher: stringMatch(condition),
});
