/** What each listener of a gateway carries. */
import type { Listener } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import { at, type Location } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import type { LinkedListener, LinkedTcpRoute, LinkedVirtualHost } from './graph.ts';

export function linkListeners(
  gateway: Valid<'Gateway'>,
  hosts: readonly LinkedVirtualHost[],
  tcpRoutes: readonly LinkedTcpRoute[],
  report: Report,
): readonly LinkedListener[] {
  const { listeners } = gateway.value.spec;
  for (const host of hosts) checkHost(host, gateway, report);
  for (const route of tcpRoutes) checkTcpRoute(route, gateway, report);
  return listeners.map((listener, place) => {
    const linked: LinkedListener = {
      listener,
      pointer: `/spec/listeners/${place}`,
      virtualHosts: hosts.filter((host) => carriesHost(listener, host)),
      tcpRoutes: tcpRoutes.filter(({ source }) => source.value.spec.listener === listener.name),
    };
    checkHostnames(linked, report);
    return linked;
  });
}

const carriesHost = ({ name, protocol }: Listener, { source, tls }: LinkedVirtualHost): boolean =>
  (source.value.spec.listeners?.includes(name) ?? true) &&
  (protocol === 'HTTP' || (protocol === 'HTTPS' && tls !== undefined));

function checkHost({ source, tls }: LinkedVirtualHost, gateway: Valid<'Gateway'>, report: Report): void {
  const { listeners } = gateway.value.spec;
  const { listeners: named } = source.value.spec;
  for (const [place, name] of named?.entries() ?? []) {
    const here = at(source.document, `/spec/listeners/${place}`);
    const listener = findListener(name, gateway, here, report);
    if (!listener) continue;
    if (listener.protocol === 'TCP' || listener.protocol === 'TLS')
      report('wrong-listener', here, { name, protocol: listener.protocol, expected: ['HTTP', 'HTTPS'] });
    if (listener.protocol === 'HTTPS' && !tls)
      report('needs-field', here, { what: `the HTTPS listener "${name}"`, needs: '"spec.tls" with certificates' });
  }
  if (tls && !listeners.some(({ name, protocol }) => protocol === 'HTTPS' && (named?.includes(name) ?? true)))
    report('no-https-listener', at(source.document, '/spec/tls'), { gateway: gateway.key });
}

function checkTcpRoute({ source, certificates }: LinkedTcpRoute, gateway: Valid<'Gateway'>, report: Report): void {
  const { listener: name, hostnames } = source.value.spec;
  const here = at(source.document, '/spec/listener');
  const listener = findListener(name, gateway, here, report);
  if (!listener) return;
  const { protocol } = listener;
  if (protocol !== 'TCP' && protocol !== 'TLS')
    report('wrong-listener', here, { name, protocol, expected: ['TCP', 'TLS'] });
  if (protocol !== 'TCP') return;
  const needs = `a TLS listener; "${name}" is TCP`;
  if (hostnames) report('needs-field', at(source.document, '/spec/hostnames'), { what: '"hostnames"', needs });
  if (certificates) report('needs-field', at(source.document, '/spec/tls'), { what: '"tls"', needs });
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
      const here = at(source.document, hostnames ? `/spec/hostnames/${place}` : '/spec');
      const first = seen.get(hostname.toLowerCase());
      if (first) report('duplicate-hostname', here, { hostname, listener: listener.name, first });
      else seen.set(hostname.toLowerCase(), here);
    }
  }
}
