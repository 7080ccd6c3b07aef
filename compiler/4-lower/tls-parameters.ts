/** Which TLS is spoken with clients. Source: envoy/extensions/transport_sockets/tls/v3/{common,tls}.proto. */
import type { Valid } from '../2-validate/model.ts';
import type { TlsSettings } from '../3-link/gateway/tls-settings.ts';
import type { Messages } from '../xds/index.ts';
import { sdsSecret } from './config-source.ts';
import { wholeSeconds } from './quantities.ts';
import { TLS_VERSIONS } from './tls-versions.ts';

type TlsParameters = Messages['envoy.extensions.transport_sockets.tls.v3.TlsParameters'];
type DownstreamTlsContext = Messages['envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext'];

export const tlsParameters = ({
  minimumVersion,
  maximumVersion,
  cipherSuites,
  curves,
  signatureAlgorithms,
}: TlsSettings): TlsParameters => ({
  tls_minimum_protocol_version: TLS_VERSIONS[minimumVersion],
  tls_maximum_protocol_version: TLS_VERSIONS[maximumVersion],
  ...(cipherSuites && { cipher_suites: cipherSuites }),
  ...(curves && { ecdh_curves: curves }),
  ...(signatureAlgorithms && { signature_algorithms: signatureAlgorithms }),
});

const STAPLING = { lenient: 'LENIENT_STAPLING', strict: 'STRICT_STAPLING', required: 'MUST_STAPLE' } as const;

/** What stands beside the parameters; Envoy's defaults are left out. */
export const tlsContextSettings = (
  { cipherPreference, ocspStapling, sessionResumption: { tickets, identifiers, lifetime } }: TlsSettings,
  ticketKeys: Valid<'Secret'> | undefined,
): DownstreamTlsContext => ({
  ...(ticketKeys && { session_ticket_keys_sds_secret_config: sdsSecret(ticketKeys.key) }),
  ...(!tickets && { disable_stateless_session_resumption: true }),
  ...(lifetime !== undefined && { session_timeout: `${wholeSeconds(lifetime)}s` as const }),
  ...(ocspStapling !== 'lenient' && { ocsp_staple_policy: STAPLING[ocspStapling] }),
  ...(!identifiers && { disable_stateful_session_resumption: true }),
  ...(cipherPreference === 'client' && { prefer_client_ciphers: true }),
});
