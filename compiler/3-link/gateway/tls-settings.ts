/** TLS settings that listeners have and hosts may have for themselves. */
import type { ListenerTls, TcpRouteTls, VirtualHostTls } from '../../2-validate/generated/types.ts';

/** The settings of one host on one listener. */
export type TlsSettings = Pick<
  ListenerTls,
  | 'minimumVersion'
  | 'maximumVersion'
  | 'cipherSuites'
  | 'cipherPreference'
  | 'curves'
  | 'signatureAlgorithms'
  | 'ocspStapling'
  | 'sessionResumption'
>;

/** What a host says comes before what the listener says. */
export function tlsSettings(listener: ListenerTls, host: VirtualHostTls | TcpRouteTls | undefined): TlsSettings {
  const { cipherSuites, curves, signatureAlgorithms } = { ...listener, ...given(host) };
  return {
    minimumVersion: host?.minimumVersion ?? listener.minimumVersion,
    maximumVersion: host?.maximumVersion ?? listener.maximumVersion,
    cipherPreference: listener.cipherPreference,
    ocspStapling: host?.ocspStapling ?? listener.ocspStapling,
    sessionResumption: listener.sessionResumption,
    ...(cipherSuites && { cipherSuites }),
    ...(curves && { curves }),
    ...(signatureAlgorithms && { signatureAlgorithms }),
  };
}

type Lists = Partial<Pick<VirtualHostTls, 'cipherSuites' | 'curves' | 'signatureAlgorithms'>>;

const given = ({ cipherSuites, curves, signatureAlgorithms }: Lists = {}): Lists => ({
  ...(cipherSuites && { cipherSuites }),
  ...(curves && { curves }),
  ...(signatureAlgorithms && { signatureAlgorithms }),
});

/**
 * Versions before 1.2 have cipher suites of their own, which are not among those that Envoy chooses by itself.
 *
 * Source: envoy/extensions/transport_sockets/tls/v3/common.proto, TlsParameters.tls_minimum_protocol_version
 */
export const lacksOldCipherSuite = ({
  minimumVersion,
  cipherSuites,
}: Pick<TlsSettings, 'minimumVersion' | 'cipherSuites'>): boolean =>
  minimumVersion < '1.2' && !cipherSuites?.some((suite) => suite.endsWith('-SHA'));

export const OLD_CIPHER_SUITE = 'a cipher suite of such versions in "cipherSuites", for example "ECDHE-RSA-AES128-SHA"';

/** QUIC is built on TLS 1.3. */
export const isServedOverHttp3 = ({ maximumVersion }: TlsSettings): boolean => maximumVersion === '1.3';
