/** Rules within an Upstream document that a schema cannot say: how Envoy connects to it. */
import type { Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Code, Params } from '../../diagnostics/catalog.ts';
import type { Report } from '../../diagnostics/report.ts';
import { checkConnection } from './upstream-connection.ts';
import { checkDns, checkFailureRefresh } from './upstream-dns.ts';
import { checkEndpoints } from './upstream-endpoints.ts';
import { checkHealth } from './upstream-health.ts';
import { checkHttp } from './upstream-http.ts';
import { checkTls } from './upstream-tls.ts';
import type { Index } from '../references.ts';

export type Spec = Valid<'Upstream'>['value']['spec'];

/** Reports a mistake at a pointer within the spec. */
export type ReportHere = <C extends Code>(code: C, pointer: string, params: Params<C>) => void;

export function checkUpstream(upstream: Valid<'Upstream'>, index: Index, report: Report): void {
  const { spec } = upstream.value;
  const here: ReportHere = (code, pointer, params) => report(code, at(upstream.document, `/spec${pointer}`), params);
  checkEndpoints(spec, here);
  checkHttp(spec, here);
  checkConnection(spec, here);
  checkHealth(spec, here);
  if (spec.dns) checkDns(spec.dns, '/dns', here);
  if (spec.dynamicForwardProxy?.failureRefresh)
    checkFailureRefresh(spec.dynamicForwardProxy.failureRefresh, '/dynamicForwardProxy/failureRefresh', here);
  if (spec.tls) checkTls(upstream, spec.tls, { index, here, report });
}
