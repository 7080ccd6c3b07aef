/** Connections to endpoints. */
import type { ReportHere, Spec } from './upstreams.ts';

export function checkConnection({ connection, healthChecks, outlierDetection }: Spec, report: ReportHere): void {
  if (!connection) return;
  const { sourceAddresses = [], closeOnHealthFailure, ignoreHealthOnRemoval } = connection;
  const [first, second] = sourceAddresses;
  if (first !== undefined && second !== undefined && isIpv6(first) === isIpv6(second))
    report('mutually-exclusive', '/connection/sourceAddresses/1', { fields: [first, second] });
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

const isIpv6 = (address: string): boolean => address.includes(':');
