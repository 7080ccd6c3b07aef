/** Which Route documents a virtual host lets attach, and below which path. */
import type { AllowedRoutes, RouteRule } from '../2-validate/generated/types.ts';
import { keyOf, type Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import type { Report } from '../diagnostics/report.ts';
import type { LinkedRoute } from './graph.ts';
import { withoutSlash } from './paths.ts';
import { linkRouteDocument, type LinkContext } from './routes.ts';

/** The routes that Route documents attach to a host. What the host does not allow is reported and left out. */
export function attachedRoutes(host: Valid<'VirtualHost'>, context: LinkContext): readonly LinkedRoute[] {
  return (context.routesByHost.get(host.key) ?? []).flatMap((route) => attach(route, host, context));
}

function attach(route: Valid<'Route'>, host: Valid<'VirtualHost'>, context: LinkContext): readonly LinkedRoute[] {
  const allowed = host.value.spec.allowedRoutes.filter((entry) => admits(entry, route, host));
  const prefixes = allowed.map(({ prefix }) => prefix);
  if (prefixes.length === 0) {
    const place = route.value.spec.virtualHosts.findIndex((text) => keyOf(text, route.namespace) === host.key);
    context.report('route-not-allowed', at(route.document, `/spec/virtualHosts/${place}`), {
      route: route.key,
      host: host.key,
    });
    return [];
  }
  const linked = linkRouteDocument(route, context);
  return linked.filter((one) => isAmong(prefixes, one, host, context.report));
}

function isAmong(
  prefixes: readonly string[],
  { rule, origin, pointer }: LinkedRoute,
  host: Valid<'VirtualHost'>,
  report: Report,
): boolean {
  if (prefixes.some((prefix) => liesBelow(rule, prefix))) return true;
  const { regex, ignoreCase } = rule.match.path;
  report('route-outside-prefix', at(origin.document, `${pointer}/match/path`), {
    host: host.key,
    prefixes,
    isLoose: regex !== undefined || ignoreCase,
  });
  return false;
}

function admits({ namespaces, labels }: AllowedRoutes, route: Valid<'Route'>, host: Valid<'VirtualHost'>): boolean {
  const among = namespaces ?? [host.namespace];
  const own = route.value.metadata.labels ?? {};
  return (
    (among.includes('*') || among.includes(route.namespace)) &&
    Object.entries(labels).every(([key, value]) => Object.hasOwn(own, key) && own[key] === value)
  );
}

/** A regex can match anything, and a path in any case more than the prefix: they lie below `/` only. */
function liesBelow({ match: { path } }: RouteRule, prefix: string): boolean {
  const base = withoutSlash(prefix);
  const text = path.exact ?? path.prefix ?? path.template;
  if (base === '') return true;
  return text !== undefined && !path.ignoreCase && (text === base || text.startsWith(`${base}/`));
}
