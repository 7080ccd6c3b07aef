/** Rules between the TLS settings of hosts and TcpRoutes and those of the listeners that carry them. */
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { LinkedListener, LinkedTcpRoute, LinkedVirtualHost } from '../graph.ts';
import { hasStaple } from '../secret-parts.ts';
import { lacksOldCipherSuite, OLD_CIPHER_SUITE, tlsSettings } from './tls-settings.ts';

/** One that has certificates, and the listeners that serve it with them. */
interface Secured {
  readonly source: Valid<'VirtualHost'> | Valid<'TcpRoute'>;
  readonly certificates: readonly Valid<'Secret'>[];
  readonly listeners: readonly LinkedListener[];
}

/** @param listeners all of a gateway */
export function checkHostsTls(gateway: Valid<'Gateway'>, listeners: readonly LinkedListener[], report: Report): void {
  const terminating = listeners.filter(({ listener: { protocol } }) => protocol === 'HTTPS' || protocol === 'TLS');
  for (const secured of securedBy(terminating)) {
    checkVersions(secured, report);
    checkStaples(secured, report);
  }
  for (const host of new Set(terminating.flatMap(({ virtualHosts }) => virtualHosts)))
    checkFallback(host, terminating, gateway, report);
  for (const linked of terminating) {
    checkFallbackStaples(linked, gateway, report);
    checkTakers(linked, report);
  }
}

function securedBy(listeners: readonly LinkedListener[]): readonly Secured[] {
  const all = new Set<LinkedVirtualHost | LinkedTcpRoute>(
    listeners.flatMap(({ virtualHosts, tcpRoutes }) => [...virtualHosts, ...tcpRoutes]),
  );
  return [...all].flatMap((one) => {
    if (!one.tls) return [];
    const carrying = listeners.filter(({ virtualHosts, tcpRoutes }) => [...virtualHosts, ...tcpRoutes].includes(one));
    return [{ source: one.source, certificates: one.tls.certificates, listeners: carrying }];
  });
}

function checkVersions({ source, listeners }: Secured, report: Report): void {
  const { tls } = source.value.spec;
  const settings = listeners.map(({ listener }) => tlsSettings(listener.tls, tls));
  const reversed = settings.find(({ minimumVersion, maximumVersion }) => minimumVersion > maximumVersion);
  const own = tls?.minimumVersion === undefined ? 'maximumVersion' : 'minimumVersion';
  // What the listener alone says wrong is reported there.
  if (reversed && tls?.[own] !== undefined)
    report('reversed-range', at(source.document, `/spec/tls/${own}`), {
      least: reversed.minimumVersion,
      most: reversed.maximumVersion,
    });
  const old = settings.find(lacksOldCipherSuite);
  if (old && (tls?.minimumVersion ?? tls?.cipherSuites) !== undefined)
    report('needs-field', at(source.document, `/spec/tls/${tls?.minimumVersion ? 'minimumVersion' : 'cipherSuites'}`), {
      what: `TLS ${old.minimumVersion}`,
      needs: OLD_CIPHER_SUITE,
    });
  if (tls?.cipherSuites && settings.every(({ minimumVersion }) => minimumVersion === '1.3'))
    report('needless-field', at(source.document, '/spec/tls/cipherSuites'), {
      field: 'cipherSuites',
      beside: 'minimumVersion: 1.3',
    });
}

function checkStaples({ source, certificates, listeners }: Secured, report: Report): void {
  const { tls } = source.value.spec;
  if (listeners.every(({ listener }) => tlsSettings(listener.tls, tls).ocspStapling !== 'required')) return;
  const bare = certificates.find((secret) => !hasStaple(secret.value.spec));
  if (bare) report('needs-field', at(source.document, '/spec/tls/certificates'), needsStaple(bare));
}

function checkFallbackStaples({ listener, pointer, tls }: LinkedListener, gateway: Valid<'Gateway'>, report: Report) {
  const bare =
    listener.tls.ocspStapling === 'required' && tls.fallback?.find((secret) => !hasStaple(secret.value.spec));
  if (bare) report('needs-field', at(gateway.document, `${pointer}/tls/fallback/certificates`), needsStaple(bare));
}

const needsStaple = ({ key }: Valid<'Secret'>) => ({
  what: '"ocspStapling: required"',
  needs: `"ocspStaple" in the Secret "${key}"`,
});

function checkFallback(
  host: LinkedVirtualHost,
  listeners: readonly LinkedListener[],
  { key }: Valid<'Gateway'>,
  report: Report,
): void {
  const { document, value } = host.source;
  if (!value.spec.tls?.fallback) return;
  const here = at(document, '/spec/tls/fallback');
  // Whoever came without a server name would need no certificate.
  if (host.tls?.clientValidation) report('mutually-exclusive', here, { fields: ['fallback', 'clientValidation'] });
  else if (!listeners.some(({ tls, virtualHosts }) => tls.fallback && virtualHosts.includes(host)))
    report('needs-field', here, {
      what: '"fallback"',
      needs: `an HTTPS listener with "tls.fallback" in the Gateway "${key}"`,
    });
}

/** One that takes every server name leaves nobody for the fallback certificate. */
function checkTakers({ tls, virtualHosts, tcpRoutes }: LinkedListener, report: Report): void {
  if (!tls.fallback) return;
  for (const { source } of [...virtualHosts, ...tcpRoutes]) {
    const { hostnames } = source.value.spec;
    if (hostnames && !hostnames.includes('*')) continue;
    const where = at(source.document, hostnames ? `/spec/hostnames/${hostnames.indexOf('*')}` : '/spec/listener');
    report('mutually-exclusive', where, { fields: ['hostnames: ["*"]', "the listener's tls.fallback"] });
  }
}
