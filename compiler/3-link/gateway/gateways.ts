/** Rules within a Gateway document that a schema cannot say. */
import type { Listener } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { childOf } from '../../2-validate/plan.ts';
import { at, pointerSegments, type Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { checkListenerTls } from './listener-tls.ts';
import { checkAccessLogs } from './observability.ts';
import { checkHttp } from './http.ts';
import { checkOverload } from './overload.ts';
import { checkProxyProtocol } from '../proxy-protocol.ts';
import { checkRollout } from './rollout.ts';
import { checkSockets } from './sockets.ts';
import { checkStats } from './stats.ts';

export function checkGateway(gateway: Valid<'Gateway'>, report: Report): void {
  checkNames(gateway, report);
  checkSockets(gateway, report);
  checkProxyProtocol(gateway, report);
  checkHttp(gateway, report);
  checkOverload(gateway, report);
  for (const [place, listener] of gateway.value.spec.listeners.entries())
    checkListener(listener, `/spec/listeners/${place}`, gateway, report);
  checkAccessLogs(gateway, report);
  checkStats(gateway, report);
  checkRollout(gateway, report);
}

function checkNames({ document, value }: Valid<'Gateway'>, report: Report): void {
  const seen = new Map<string, Location>();
  for (const [place, { name }] of value.spec.listeners.entries()) {
    const here = at(document, `/spec/listeners/${place}/name`);
    const first = seen.get(name);
    if (first) report('duplicate-listener', here, { name, first });
    else seen.set(name, here);
  }
}

function checkListener(listener: Listener, pointer: string, gateway: Valid<'Gateway'>, report: Report): void {
  const { document } = gateway;
  const { protocol, redirectToHttps } = listener;
  const needs = (field: string, needed: string) =>
    report('needs-field', at(document, `${pointer}/${field}`), { what: `"${field.replace('/', '.')}"`, needs: needed });
  for (const field of protocol === 'UDP' ? OF_CONNECTIONS : [])
    if (hasOwnField(document.value, `${pointer}/${field}`)) needs(field, 'another protocol than UDP');
  if (redirectToHttps && protocol !== 'HTTP') needs('redirectToHttps', '"protocol: HTTP"');
  if (hasOwnField(document.value, `${pointer}/tls`) && protocol !== 'HTTPS' && protocol !== 'TLS')
    needs('tls', '"protocol: HTTPS" or "protocol: TLS"');
  checkListenerTls(listener, pointer, gateway, report);
}

/** What concerns connections has no meaning for datagrams. */
const OF_CONNECTIONS = [
  'unixSocket',
  'proxyProtocol',
  'connections/limit',
  'connections/bufferLimit',
  'connections/keepalive',
  'connections/backlog',
  'connections/maximumAcceptsPerEvent',
  'connections/balance',
  'connections/ignoreOverload',
];

/** Whether a field stands in the document itself: a default is there all the same. */
const hasOwnField = (value: unknown, pointer: string): boolean =>
  pointerSegments(pointer).reduce(childOf, value) !== undefined;
