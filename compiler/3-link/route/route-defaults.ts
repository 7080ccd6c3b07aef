/** What a virtual host says for all of its routes, put into those that do not say it themselves. */
import { milliseconds } from '../../2-validate/formats/quantity.ts';
import type { Retry, RouteDefaults } from '../../2-validate/generated/types.ts';
import type { Valid } from '../../2-validate/model.ts';
import { at, type Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import { perObject } from '../../per-object.ts';
import { checkRetry } from './forward-rules.ts';
import type { LinkedRoute, LinkedVirtualHost } from '../graph.ts';

/** The routes with what their host says for all; the same objects every time, so that what is made of them is kept. */
export function withDefaults(host: Valid<'VirtualHost'>, routes: readonly LinkedRoute[]): readonly LinkedRoute[] {
  const { routeDefaults } = host.value.spec;
  return routeDefaults ? routes.map(completedBy(routeDefaults)) : routes;
}

/** A route that attaches to two hosts has other defaults in each. */
const completedBy = perObject((defaults: RouteDefaults) =>
  perObject((route: LinkedRoute): LinkedRoute => {
    const { rule } = route;
    return rule.forward ? { ...route, rule: { ...rule, forward: { ...defaults, ...rule.forward } } } : route;
  }),
);

export function checkDefaults({ value: { spec }, document }: Valid<'VirtualHost'>, report: Report): void {
  const { retry, timeout } = spec.routeDefaults ?? {};
  if (!retry) return;
  checkRetry(retry, document, '/spec/routeDefaults/retry', report);
  checkTryTime(retry, timeout, at(document, '/spec/routeDefaults/retry/perTryTimeout'), report);
}

/** What an own policy for retries says of times, which may depend on the timeout that the host says for all. */
export function checkTryTimes({ source, routes }: LinkedVirtualHost, report: Report): void {
  const defaults = source.value.spec.routeDefaults;
  for (const { rule, origin, pointer } of routes) {
    const { retry, timeout } = rule.forward ?? {};
    if (retry && retry !== defaults?.retry)
      checkTryTime(retry, timeout, at(origin.document, `${pointer}/forward/retry/perTryTimeout`), report);
  }
}

/** What holds where nobody says how long an answer may take. */
const DEFAULT_TIMEOUT = '15s';

/** Envoy takes no notice of a limit for one try that is not below that for all together. */
function checkTryTime({ perTryTimeout }: Retry, timeout = DEFAULT_TIMEOUT, where: Location, report: Report): void {
  if (perTryTimeout === undefined || milliseconds(timeout) === 0) return;
  if (milliseconds(perTryTimeout) >= milliseconds(timeout))
    report('needs-field', where, {
      what: `"perTryTimeout: ${perTryTimeout}"`,
      needs: `a "timeout" above it, instead of ${timeout}`,
    });
}
