/** Rules that a route which forwards must keep and a schema cannot say. */
import type { Document } from '../../1-parse/document.ts';
import { milliseconds } from '../../2-validate/formats/quantity.ts';
import type { Retry } from '../../2-validate/generated/types.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { LinkedRoute } from '../graph.ts';
import { checkHeaderMatches, type PointerReport } from './match-rules.ts';

export function checkForward(route: LinkedRoute, report: Report): void {
  const { forward } = route.rule;
  if (!forward) return;
  const pointer = `${route.pointer}/forward`;
  const { document } = route.origin;
  checkWeights(route, pointer, report);
  if (forward.retry) checkRetry(forward.retry, document, `${pointer}/retry`, report);
  checkUpgrades(route, pointer, report);
  checkRedirectRoutes(route, `${pointer}/internalRedirect/routes`, report);
  if (forward.rewrite?.forwardedHost && !forward.rewrite.host)
    report('needs-field', at(document, `${pointer}/rewrite/forwardedHost`), {
      what: '"forwardedHost"',
      needs: '"host"',
    });
}

/** The most that Envoy's weights may add up to. */
const MOST_WEIGHT = 2 ** 32 - 1;

function checkWeights({ rule: { forward }, origin: { document } }: LinkedRoute, pointer: string, report: Report): void {
  const { upstreams, hashOn = [], splitBy } = forward ?? {};
  const total = upstreams?.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) report('no-weight', at(document, `${pointer}/upstreams`), {});
  if (total !== undefined && total > MOST_WEIGHT)
    report('out-of-range', at(document, `${pointer}/upstreams`), {
      value: total,
      comparison: '<=',
      limit: MOST_WEIGHT,
    });
  if (splitBy === 'hash' && (!upstreams || hashOn.length === 0))
    report('needs-field', at(document, `${pointer}/splitBy`), {
      what: '"splitBy: hash"',
      needs: upstreams ? '"hashOn"' : '"upstreams"',
    });
}

/** @param pointer to the policy, in a route or in what a host says for all of its routes */
export function checkRetry(retry: Retry, document: Document, pointer: string, report: Report): void {
  const { on, statusCodes, responseHeaders, requestHeaders, backOff, hedge, perTryTimeout } = retry;
  const needs = (field: string, what: string, needed: string) =>
    report('needs-field', at(document, `${pointer}/${field}`), { what, needs: needed });
  if (backOff && milliseconds(backOff.base) > milliseconds(backOff.maximum))
    report('reversed-range', at(document, `${pointer}/backOff`), {
      least: `"base" ${backOff.base}`,
      most: `"maximum" ${backOff.maximum}`,
    });
  const place = on.indexOf('retriable-status-codes');
  if (place !== -1 && statusCodes.length === 0) needs(`on/${place}`, '"retriable-status-codes"', '"statusCodes"');
  if (hedge && perTryTimeout === undefined) needs('hedge', '"hedge"', '"perTryTimeout"');
  if (retry.hostSelectionAttempts !== undefined && !retry.avoid?.includes('endpoints') && !retry.avoidLabels)
    needs('hostSelectionAttempts', '"hostSelectionAttempts"', '"avoid: [endpoints]" or "avoidLabels"');
  if (retry.avoidLabels && Object.keys(retry.avoidLabels).length === 0)
    report('too-few', at(document, `${pointer}/avoidLabels`), { noun: 'field', found: 0, limit: 1 });
  const within: PointerReport = (code, where, params) => report(code, at(document, where), params);
  checkHeaderMatches(responseHeaders, `${pointer}/responseHeaders`, within);
  checkHeaderMatches(requestHeaders, `${pointer}/requestHeaders`, within);
}

/** Tunnels have a match of their own, and Envoy takes these names for them. */
const TUNNELS = ['connect', 'connect-udp', 'connect-ip'];

function checkUpgrades({ rule, origin: { document } }: LinkedRoute, pointer: string, report: Report): void {
  const { upgrades = [], connect } = rule.forward ?? {};
  if (connect !== undefined && !rule.match.connect)
    report('needs-field', at(document, `${pointer}/connect`), { what: '"connect"', needs: '"match.connect"' });
  for (const [place, name] of upgrades.entries()) {
    if (TUNNELS.includes(name))
      report('invalid-format', at(document, `${pointer}/upgrades/${place}`), {
        value: name,
        expected: 'a protocol other than a tunnel, for which there is "match.connect"',
      });
  }
}

function checkRedirectRoutes({ rule, origin }: LinkedRoute, pointer: string, report: Report): void {
  const names = rule.forward?.internalRedirect?.routes;
  if (!names) return;
  const known = new Set(origin.value.spec.routes.flatMap(({ name }) => (name === undefined ? [] : [name])));
  for (const [place, name] of names.entries()) {
    if (!known.has(name)) report('unknown-route', at(origin.document, `${pointer}/${place}`), { name, known });
  }
}
