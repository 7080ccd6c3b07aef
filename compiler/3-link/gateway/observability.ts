/** Rules about logs and tracing that a schema cannot say. */
import type { AccessLog, Tracing } from '../../2-validate/generated/types.ts';
import { keyOf, type Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { LinkedGateway, LinkedRoute, LinkedVirtualHost } from '../graph.ts';
import type { HostsByGateway } from '../route/hosts.ts';

export function checkAccessLogs(gateway: Valid<'Gateway'>, report: Report): void {
  const { accessLog, accessLogTimes, connectionLog } = gateway.value.spec;
  for (const [place, log] of accessLog.entries()) checkFormat(log, `/spec/accessLog/${place}`, gateway, report);
  for (const [place, log] of connectionLog.entries()) checkFormat(log, `/spec/connectionLog/${place}`, gateway, report);
  const isTimed = accessLogTimes.interval !== undefined || accessLogTimes.atStart || accessLogTimes.whenConnected;
  if (isTimed && accessLog.length === 0)
    report('needless-field', at(gateway.document, '/spec/accessLogTimes'), {
      field: 'accessLogTimes',
      beside: 'accessLog: []',
    });
}

/** Lines are JSON or text, and each has a field of its own. */
function checkFormat(log: AccessLog, pointer: string, { document }: Valid<'Gateway'>, report: Report): void {
  const { format, fields, template, omitEmpty } = log;
  const needless = (field: string) =>
    report('needless-field', at(document, `${pointer}/${field}`), { field, beside: `format: ${format}` });
  if (format === 'text' && fields) needless('fields');
  if (format === 'json' && template !== undefined) needless('template');
  if (format === 'text' && template === undefined && omitEmpty)
    report('needs-field', at(document, `${pointer}/omitEmpty`), { what: '"omitEmpty"', needs: '"template"' });
}

/** A route may serve several gateways; what it says of tracing must have an effect on one of them. */
export function checkRouteTracing(gateways: readonly LinkedGateway[], hosts: HostsByGateway, report: Report): void {
  const tracings = new Map<LinkedVirtualHost, (Tracing | undefined)[]>();
  for (const { source } of gateways) {
    const { tracing } = source.value.spec;
    for (const host of hosts.get(source.key) ?? []) tracings.set(host, [...(tracings.get(host) ?? []), tracing]);
  }
  for (const [host, ofGateways] of tracings) {
    const { gateways: named } = host.source.value.spec;
    // A gateway that is not there has been reported, and may have had tracing.
    if (ofGateways.length < new Set(named.map((text) => keyOf(text, host.source.namespace))).size) continue;
    for (const route of host.routes) if (route.rule.tracing) checkTracing(route, ofGateways, named[0] ?? '', report);
  }
}

function checkTracing(
  { rule, origin, pointer }: LinkedRoute,
  ofGateways: readonly (Tracing | undefined)[],
  gateway: string,
  report: Report,
): void {
  const needs = (field: string, what: string, needed: string) =>
    report('needs-field', at(origin.document, `${pointer}/${field}`), {
      what,
      needs: `${needed} in the Gateway "${gateway}"`,
    });
  if (!ofGateways.some((tracing) => tracing)) needs('tracing', '"tracing"', '"tracing"');
  else if (rule.tracing?.upstreamOperation !== undefined && !ofGateways.some((tracing) => tracing?.upstreamSpans))
    needs('tracing/upstreamOperation', '"upstreamOperation"', '"tracing.upstreamSpans: true"');
}
