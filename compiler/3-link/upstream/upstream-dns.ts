/** Host names that Envoy resolves. */
import { milliseconds } from '../../2-validate/formats/quantity.ts';
import type { Dns, DnsFailureRefresh } from '../../2-validate/generated/types.ts';
import type { ReportHere } from './upstreams.ts';

/** @param pointer where the settings stand in the spec */
export function checkDns(dns: Dns, pointer: string, report: ReportHere): void {
  const { resolution, additionalHosts, respectTtl, minimumRefreshInterval, failureRefresh } = dns;
  if (resolution === 'logical' && additionalHosts)
    report('mutually-exclusive', `${pointer}/additionalHosts`, { fields: ['resolution: logical', 'additionalHosts'] });
  if (dns.weight !== undefined && !additionalHosts)
    report('needs-field', `${pointer}/weight`, { what: '"weight"', needs: '"additionalHosts"' });
  if (!respectTtl && minimumRefreshInterval !== undefined)
    report('needless-field', `${pointer}/minimumRefreshInterval`, {
      field: 'minimumRefreshInterval',
      beside: 'respectTtl: false',
    });
  if (failureRefresh) checkFailureRefresh(failureRefresh, `${pointer}/failureRefresh`, report);
}

export function checkFailureRefresh({ base, maximum }: DnsFailureRefresh, pointer: string, report: ReportHere): void {
  checkInterval(base, `${pointer}/base`, report);
  if (maximum === undefined) return;
  checkInterval(maximum, `${pointer}/maximum`, report);
  if (milliseconds(base) > milliseconds(maximum))
    report('reversed-range', pointer, { least: `"base" ${base}`, most: `"maximum" ${maximum}` });
}

/** Envoy wants more than the one millisecond that it counts in. */
function checkInterval(interval: string, pointer: string, report: ReportHere): void {
  if (milliseconds(interval) <= 1)
    report('invalid-format', pointer, { value: interval, expected: 'a time of more than one millisecond' });
}
