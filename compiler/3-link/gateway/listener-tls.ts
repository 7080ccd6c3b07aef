/** TLS and HTTP/3 of listeners: the Secrets that they name, and rules that a schema cannot say. */
import { bytes, milliseconds } from '../../2-validate/formats/quantity.ts';
import type { Http3, Listener } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { LinkedListenerTls } from '../graph.ts';
import { certificates, checkSecretType } from '../secrets.ts';
import { find, type Index } from '../references.ts';
import { lacksOldCipherSuite, OLD_CIPHER_SUITE } from './tls-settings.ts';

interface Context {
  readonly index: Index;
  readonly report: Report;
}

/** @param pointer to the listener */
export function linkListenerTls(
  gateway: Valid<'Gateway'>,
  { protocol, tls: { fallback, sessionResumption } }: Listener,
  pointer: string,
  { index, report }: Context,
): LinkedListenerTls {
  const { ticketKeys } = sessionResumption;
  const keys = ticketKeys === undefined ? undefined : find(index, 'Secret', gateway, ticketKeys);
  const keysPointer = `${pointer}/tls/sessionResumption/ticketKeys`;
  if (keys) checkSecretType(keys, 'session-ticket-keys', { origin: gateway, pointer: keysPointer }, report);
  const fallbackPointer = `${pointer}/tls/fallback/certificates`;
  return {
    ...(keys && { ticketKeys: keys }),
    ...(fallback &&
      protocol === 'HTTPS' && {
        fallback: certificates(fallback.certificates, gateway, fallbackPointer, { index, report }),
      }),
  };
}

/** Rules within a listener. */
export function checkListenerTls(listener: Listener, pointer: string, gateway: Valid<'Gateway'>, report: Report): void {
  const { protocol, tls, http3 } = listener;
  const here = (field: string) => at(gateway.document, `${pointer}/${field}`);
  if (protocol === 'TLS') {
    for (const field of ['alpn', 'fallback'] as const)
      if (tls[field]) report('needs-field', here(`tls/${field}`), { what: `"${field}"`, needs: '"protocol: HTTPS"' });
  }
  if (tls.minimumVersion > tls.maximumVersion)
    report('reversed-range', here('tls/minimumVersion'), { least: tls.minimumVersion, most: tls.maximumVersion });
  else if (lacksOldCipherSuite(tls))
    report('needs-field', here('tls/minimumVersion'), { what: `TLS ${tls.minimumVersion}`, needs: OLD_CIPHER_SUITE });
  const { tickets, ticketKeys } = tls.sessionResumption;
  if (!tickets && ticketKeys !== undefined)
    report('needless-field', here('tls/sessionResumption/ticketKeys'), {
      field: 'ticketKeys',
      beside: 'tickets: false',
    });
  if (http3) checkHttp3(http3, listener, here, report);
}

function checkHttp3(http3: Http3, listener: Listener, here: (field: string) => ReturnType<typeof at>, report: Report) {
  const needs = (needed: string) => report('needs-field', here('http3'), { what: '"http3"', needs: needed });
  if (listener.protocol !== 'HTTPS') return needs('"protocol: HTTPS"');
  if (listener.unixSocket) needs('"port": QUIC is spoken over UDP');
  if (listener.tls.maximumVersion !== '1.3') needs('TLS 1.3: "tls.maximumVersion" is older');
  // Proxies put their header before each UDP packet, and Envoy reads none there.
  if (listener.proxyProtocol !== 'off')
    report('mutually-exclusive', here('http3'), { fields: ['http3', `proxyProtocol: ${listener.proxyProtocol}`] });
  if (http3.earlyData && !listener.tls.sessionResumption.tickets)
    report('mutually-exclusive', here('http3/earlyData'), {
      fields: ['http3.earlyData', 'tls.sessionResumption.tickets: false'],
    });
  for (const [field, limit] of WINDOWS) {
    const value = bytes(http3[field]);
    if (value < LEAST_WINDOW)
      report('out-of-range', here(`http3/${field}`), { value, comparison: '>=', limit: LEAST_WINDOW });
    if (value > limit) report('out-of-range', here(`http3/${field}`), { value, comparison: '<=', limit });
  }
  if (milliseconds(http3.handshakeTimeout) < LEAST_HANDSHAKE_MS)
    report('invalid-format', here('http3/handshakeTimeout'), {
      value: http3.handshakeTimeout,
      expected: 'at least "5s", which Envoy takes instead of less',
    });
}

const WINDOWS = [
  ['streamWindow', 16 * 1024 ** 2],
  ['connectionWindow', 24 * 1024 ** 2],
] as const;

/** Envoy takes this instead of less. */
const LEAST_WINDOW = 16 * 1024;
const LEAST_HANDSHAKE_MS = 5000;
