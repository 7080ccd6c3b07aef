/** Connections to endpoints. */
import type { UpstreamConnection } from '../../2-validate/generated/types.ts';
import type { ReportHere, Spec } from './upstreams.ts';

export function checkConnection(spec: Spec, report: ReportHere): void {
  const { connection, healthChecks, outlierDetection, loadBalancing } = spec;
  if (!connection) return;
  checkSockets(spec, connection, report);
  const { sourceAddresses = [], closeOnHealthFailure, ignoreHealthOnRemoval } = connection;
  const [first, second] = sourceAddresses;
  if (first !== undefined && second !== undefined && isIpv6(first) === isIpv6(second))
    report('mutually-exclusive', '/connection/sourceAddresses/1', { fields: [first, second] });
  if (connection.preconnect?.predictive !== undefined && !PREDICTABLE.has(loadBalancing.policy))
    report('needs-field', '/connection/preconnect/predictive', {
      what: '"predictive"',
      needs: '"loadBalancing.policy: roundRobin" or "random": with others nobody can tell what comes next',
    });
  if (closeOnHealthFailure && healthChecks.length === 0 && !outlierDetection)
    report('needs-field', '/connection/closeOnHealthFailure', {
      what: '"closeOnHealthFailure"',
      needs: '"healthChecks" or "outlierDetection", which tell of failures',
    });
  if (ignoreHealthOnRemoval && healthChecks.length === 0)
    report('needs-field', '/connection/ignoreHealthOnRemoval', {
      what: '"ignoreHealthOnRemoval"',
      needs: '"healthChecks"',
    });
}

/** Policies that can tell which endpoint they will choose next. */
const PREDICTABLE: ReadonlySet<string> = new Set(['roundRobin', 'random']);

/** What only the Internet Protocol has. */
function checkSockets({ endpoints = [] }: Spec, connection: UpstreamConnection, report: ReportHere): void {
  if (endpoints.length === 0 || endpoints.some(({ unixSocket }) => unixSocket === undefined)) return;
  for (const field of ['keepalive', 'sourceAddresses', 'typeOfService'] as const) {
    if (connection[field] !== undefined)
      report('needless-field', `/connection/${field}`, { field, beside: 'unixSocket' });
  }
}

const isIpv6 = (address: string): boolean => address.includes(':');
