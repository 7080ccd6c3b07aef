/** TLS settings that listeners have and hosts may have for themselves. */
import type { ListenerTls, TcpRouteTls, VirtualHostTls } from '../2-validate/generated/types.ts';

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

/** QUIC is built on TLS 1.3. */
export const isServedOverHttp3 = ({ maximumVersion }: TlsSettings): boolean => maximumVersion === '1.3';
