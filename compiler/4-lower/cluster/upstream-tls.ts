/** TLS to endpoints. Source: envoy/extensions/transport_sockets/tls/v3/tls.proto, UpstreamTlsContext. */
import { isIpAddress } from '../../2-validate/formats/address.ts';
import type { UpstreamTls, UpstreamValidation } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import type { Graph } from '../../3-link/graph.ts';
import type { Messages } from '../../xds/index.ts';
import { sdsSecret } from '../config-source.ts';
import { subjectAltName } from '../subject-alt-name.ts';
import { TLS_VERSIONS } from '../tls-versions.ts';
import { serverName } from './upstream-server-name.ts';

type UpstreamTlsContext = Messages['envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext'];
type CommonTlsContext = Messages['envoy.extensions.transport_sockets.tls.v3.CommonTlsContext'];
type TlsParameters = Messages['envoy.extensions.transport_sockets.tls.v3.TlsParameters'];
type ValidationContext = Messages['envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext'];

/** The Secrets that an upstream's TLS settings name. */
export function secretsOfTls(upstream: Valid<'Upstream'>, resolve: Graph['resolve']): readonly Valid<'Secret'>[] {
  const { tls } = upstream.value.spec;
  const named = [tls?.validation.secret, tls?.clientCertificate].filter((name) => name !== undefined);
  return named.map((name) => resolve('Secret', upstream, name));
}

export function upstreamTlsContext(
  upstream: Valid<'Upstream'>,
  tls: UpstreamTls,
  resolve: Graph['resolve'],
): UpstreamTlsContext {
  const { clientCertificate, alpn, sessions } = tls;
  const name = serverName(upstream.value.spec);
  return {
    common_tls_context: {
      tls_params: parameters(tls),
      ...(clientCertificate !== undefined && {
        tls_certificate_sds_secret_configs: [sdsSecret(resolve('Secret', upstream, clientCertificate).key)],
      }),
      ...validation(upstream, tls.validation, name.sni, resolve),
      ...(alpn && { alpn_protocols: alpn }),
    },
    ...name,
    ...(sessions !== 1 && { max_session_keys: sessions }),
  };
}

const parameters = (tls: UpstreamTls): TlsParameters => ({
  tls_minimum_protocol_version: TLS_VERSIONS[tls.minimumVersion],
  tls_maximum_protocol_version: TLS_VERSIONS[tls.maximumVersion],
  ...(tls.cipherSuites && { cipher_suites: tls.cipherSuites }),
  ...(tls.curves && { ecdh_curves: tls.curves }),
  ...(tls.signatureAlgorithms && { signature_algorithms: tls.signatureAlgorithms }),
});

function validation(
  upstream: Valid<'Upstream'>,
  settings: UpstreamValidation,
  sni: string | undefined,
  resolve: Graph['resolve'],
): CommonTlsContext {
  const { secret, inline, insecureSkipVerify } = settings;
  if (insecureSkipVerify) return {};
  const conditions = { ...expectedNames(settings, sni), ...furtherConditions(settings) };
  if (secret !== undefined)
    return {
      combined_validation_context: {
        default_validation_context: conditions,
        validation_context_sds_secret_config: sdsSecret(resolve('Secret', upstream, secret).key),
      },
    };
  const authority = inline === undefined ? { filename: SYSTEM_AUTHORITIES } : { inline_string: inline };
  return { validation_context: { trusted_ca: authority, ...conditions } };
}

/** Without names in the document it is the server name, as far as that is known beforehand. */
function expectedNames(
  { subjectAltNames, subjectAltNameMatches = [] }: UpstreamValidation,
  sni: string | undefined,
): ValidationContext {
  const isLeftOpen = subjectAltNameMatches.length === 0 && sni !== undefined;
  const names = subjectAltNames ?? (isLeftOpen ? [sni] : []);
  const matchers = [
    ...names.map((name) => ({
      san_type: isIpAddress(name) ? ('IP_ADDRESS' as const) : ('DNS' as const),
      matcher: { exact: name },
    })),
    ...subjectAltNameMatches.map(subjectAltName),
  ];
  return matchers.length > 0 ? { match_typed_subject_alt_names: matchers } : {};
}

/** There is no limit of depth here: Envoy has one in its API, and holds only the certificates of clients against it. */
const furtherConditions = (settings: UpstreamValidation): ValidationContext => ({
  ...(settings.certificateHashes && { verify_certificate_hash: settings.certificateHashes }),
  ...(settings.publicKeyHashes && { verify_certificate_spki: settings.publicKeyHashes }),
  ...(settings.revocationLists !== undefined && { crl: { inline_string: settings.revocationLists } }),
});

/**
 * Where Debian, Ubuntu, Alpine, Arch and the images made of them, Envoy's own among them, keep what the machine trusts.
 * The API has `system_root_certs`, but that is for gRPC: Envoy steps over it and checks nothing.
 */
const SYSTEM_AUTHORITIES = '/etc/ssl/certs/ca-certificates.crt';
