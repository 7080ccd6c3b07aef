/** What each listener of a gateway carries. */
import type { Listener } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at, type Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { checkHostsTls } from './host-tls.ts';
import { linkListenerTls } from './listener-tls.ts';
import type { Index } from '../references.ts';
import { checkAlternateProtocols } from './alternate-protocols.ts';
import type { LinkedListener, LinkedTcpRoute, LinkedUdpRoute, LinkedVirtualHost } from '../graph.ts';

export function linkListeners(
  gateway: Valid<'Gateway'>,
  hosts: readonly LinkedVirtualHost[],
  { tcpRoutes, udpRoutes }: Pick<LinkedListener, 'tcpRoutes' | 'udpRoutes'>,
  context: { readonly index: Index; readonly report: Report },
): readonly LinkedListener[] {
  const { report } = context;
  const { listeners } = gateway.value.spec;
  for (const host of hosts) checkHost(host, gateway, report);
  for (const route of tcpRoutes) checkTcpRoute(route, gateway, report);
  for (const route of udpRoutes) checkUdpRoute(route, gateway, report);
  const all = listeners.map((listener, place) => {
    const linked: LinkedListener = {
      listener,
      pointer: `/spec/listeners/${place}`,
      tls: linkListenerTls(gateway, listener, `/spec/listeners/${place}`, context),
      virtualHosts: hosts.filter((host) => carriesHost(listener, host)),
      tcpRoutes: tcpRoutes.filter(({ source }) => source.value.spec.listener === listener.name),
      udpRoutes: udpRoutes.filter(({ source }) => source.value.spec.listener === listener.name),
    };
    checkHostnames(linked, report);
    checkOnlyUdpRoute(linked, report);
    checkAlternateProtocols(linked, report);
    return linked;
  });
  checkHostsTls(gateway, all, report);
  return all;
}

const carriesHost = ({ name, protocol }: Listener, { source, tls }: LinkedVirtualHost): boolean =>
  (source.value.spec.listeners?.includes(name) ?? true) &&
  (protocol === 'HTTP' || (protocol === 'HTTPS' && tls !== undefined));

function checkHost(host: LinkedVirtualHost, gateway: Valid<'Gateway'>, report: Report): void {
  const { source, tls } = host;
  const { listeners } = gateway.value.spec;
  const { listeners: named } = source.value.spec;
  const usable = (named ?? []).filter((name, place) => checkNamed(name, place, { host, gateway }, report));
  // A listener that cannot be used has been reported, and with it what follows.
  if (named && usable.length < named.length) return;
  if (tls && !listeners.some((listener) => listener.protocol === 'HTTPS' && carriesHost(listener, host)))
    report('no-https-listener', at(source.document, '/spec/tls'), { gateway: gateway.key });
  if (!tls && !listeners.some((listener) => !listener.redirectToHttps && carriesHost(listener, host)))
    report('no-http-listener', at(source.document, '/spec/gateways'), { gateway: gateway.key });
}

/** Whether a host can be served on a listener that it names. */
function checkNamed(
  name: string,
  place: number,
  { host, gateway }: { readonly host: LinkedVirtualHost; readonly gateway: Valid<'Gateway'> },
  report: Report,
): boolean {
  const here = at(host.source.document, `/spec/listeners/${place}`);
  const listener = findListener(name, gateway, here, report);
  if (!listener) return false;
  const { protocol } = listener;
  if (protocol !== 'HTTP' && protocol !== 'HTTPS')
    report('wrong-listener', here, { name, protocol, expected: ['HTTP', 'HTTPS'] });
  else if (protocol === 'HTTPS' && !host.tls)
    report('needs-field', here, { what: `the HTTPS listener "${name}"`, needs: '"spec.tls" with certificates' });
  else return true;
  return false;
}

function checkTcpRoute({ source, tls }: LinkedTcpRoute, gateway: Valid<'Gateway'>, report: Report): void {
  const { listener: name, hostnames } = source.value.spec;
  const here = at(source.document, '/spec/listener');
  const listener = findListener(name, gateway, here, report);
  if (!listener) return;
  const { protocol } = listener;
  if (protocol === 'HTTP' || protocol === 'UDP')
    report('wrong-listener', here, { name, protocol, expected: ['TCP', 'TLS', 'HTTPS'] });
  if (protocol === 'HTTPS' && !hostnames)
    report('needs-field', here, {
      what: `the HTTPS listener "${name}"`,
      needs: '"hostnames", which tell the route from virtual hosts',
    });
  if (protocol !== 'TCP') return;
  const needs = `a TLS listener; "${name}" is TCP`;
  if (hostnames) report('needs-field', at(source.document, '/spec/hostnames'), { what: '"hostnames"', needs });
  if (tls) report('needs-field', at(source.document, '/spec/tls'), { what: '"tls"', needs });
}

function checkUdpRoute({ source }: LinkedUdpRoute, gateway: Valid<'Gateway'>, report: Report): void {
  const { listener: name } = source.value.spec;
  const here = at(source.document, '/spec/listener');
  const listener = findListener(name, gateway, here, report);
  if (!listener || listener.protocol === 'UDP') return;
  report('wrong-listener', here, { name, protocol: listener.protocol, expected: ['UDP'] });
}

/** Nothing in a datagram tells one route from another. */
function checkOnlyUdpRoute({ listener, udpRoutes }: LinkedListener, report: Report): void {
  const [first, second] = udpRoutes.map(({ source }) => at(source.document, '/spec/listener'));
  if (first && second) report('duplicate-udp-route', second, { listener: listener.name, first });
}

function findListener(name: string, gateway: Valid<'Gateway'>, here: Location, report: Report): Listener | undefined {
  const { listeners } = gateway.value.spec;
  const found = listeners.find((listener) => listener.name === name);
  if (!found) {
    report('unknown-listener', here, { name, gateway: gateway.key, known: listeners.map((listener) => listener.name) });
  }
  return found;
}

/** Two hosts or routes of one listener cannot both have a host name: Envoy refuses it, and who would get the request? */
function checkHostnames({ listener, virtualHosts, tcpRoutes }: LinkedListener, report: Report): void {
  const seen = new Map<string, Location>();
  for (const { source } of [...virtualHosts, ...tcpRoutes]) {
    const { hostnames } = source.value.spec;
    for (const [place, hostname] of (hostnames ?? ['*']).entries()) {
      const here = at(source.document, hostnames ? `/spec/hostnames/${place}` : '/spec/listener');
      const first = seen.get(hostname.toLowerCase());
      if (!first) seen.set(hostname.toLowerCase(), here);
      else if (hostnames) report('duplicate-hostname', here, { hostname, first });
      else report('duplicate-tcp-route', here, { listener: listener.name, first });
    }
  }
}
