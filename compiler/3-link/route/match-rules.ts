/** Rules that the conditions of a route must keep and a schema cannot say. */
import type { HeaderMatch } from '../../2-validate/generated/types.ts';
import type { Code, Params } from '../../diagnostics/catalog.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { LinkedRoute, LinkedVirtualHost } from '../graph.ts';

export function checkMatch({ rule, origin, pointer }: LinkedRoute, report: Report): void {
  const { match, redirect, respond, forward } = rule;
  checkHeaderMatches(match.headers, `${pointer}/match/headers`, (code, where, params) =>
    report(code, at(origin.document, where), params),
  );
  if (!match.connect) return;
  // Envoy refuses a tunnel on any route but one that forwards, and there is no path that could change.
  if (redirect) report('needless-field', at(origin.document, `${pointer}/redirect`), beside('redirect'));
  if (respond) report('needless-field', at(origin.document, `${pointer}/respond`), beside('respond'));
  if (forward?.rewrite?.path)
    report('needless-field', at(origin.document, `${pointer}/forward/rewrite/path`), beside('path'));
}

const beside = (field: string) => ({ field, beside: 'match.connect' });

/** Reports at a JSON pointer. */
export type PointerReport = <C extends Code>(code: C, pointer: string, params: Params<C>) => void;

/** What can be wrong with conditions on headers, wherever they stand. */
export function checkHeaderMatches(conditions: readonly HeaderMatch[], pointer: string, report: PointerReport): void {
  for (const [place, { range, invert, regex, missingAsEmpty }] of conditions.entries()) {
    if (range && range.start >= range.end)
      report('reversed-range', `${pointer}/${place}/range`, {
        least: `"start" ${range.start}`,
        most: `number below "end" ${range.end}`,
      });
    if (missingAsEmpty && !invert && regex === undefined)
      report('needs-field', `${pointer}/${place}/missingAsEmpty`, {
        what: '"missingAsEmpty: true"',
        needs: '"invert" or "regex": no other condition takes empty text',
      });
  }
}

/** A condition that depends on the host: where nobody, or everybody, shows a certificate, it decides nothing. */
export function checkCertificateMatches({ source, routes }: LinkedVirtualHost, report: Report): void {
  if (source.value.spec.tls?.clientValidation?.mode === 'optional') return;
  for (const { rule, origin, pointer } of routes) {
    if (rule.match.clientCertificate !== undefined)
      report('needs-field', at(origin.document, `${pointer}/match/clientCertificate`), {
        what: '"clientCertificate"',
        needs: `"tls.clientValidation" with "mode: optional" in the VirtualHost "${source.key}"`,
      });
  }
}
