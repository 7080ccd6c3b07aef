/** Which Route documents a virtual host lets attach, and below which path. */
import type { AllowedRoutes, RouteRule } from '../2-validate/generated/types.ts';
import type { Valid } from '../2-validate/model.ts';
import { at } from '../diagnostics/location.ts';
import { linkFilters } from './filters.ts';
import type { FilterScope } from './graph.ts';
import type { LinkContext } from './routes.ts';
import { keyOf } from './references.ts';

export interface AttachedRule {
  readonly rule: RouteRule;
  readonly route: Valid<'Route'>;
  readonly pointer: string;
  /** The filters of the Route document. */
  readonly scope: FilterScope;
}

/** The rules that Route documents attach to a host. What the host does not allow is reported and left out. */
export function attachedRules(host: Valid<'VirtualHost'>, context: LinkContext): readonly AttachedRule[] {
  return (context.routesByHost.get(host.key) ?? []).flatMap((route) => attach(route, host, context));
}

function attach(route: Valid<'Route'>, host: Valid<'VirtualHost'>, context: LinkContext): readonly AttachedRule[] {
  const allowed = host.value.spec.allowedRoutes.filter((entry) => admits(entry, route, host));
  if (allowed.length === 0) {
    const place = route.value.spec.virtualHosts.findIndex((text) => keyOf(text, route.namespace) === host.key);
    context.report('route-not-allowed', at(route.document, `/spec/virtualHosts/${place}`), {
      route: route.key,
      host: host.key,
    });
    return [];
  }
  const scope = linkFilters(route.value.spec, route, '/spec', context);
  return route.value.spec.routes.flatMap((rule, place) => {
    const pointer = `/spec/routes/${place}`;
    if (allowed.some(({ prefix }) => liesBelow(rule, prefix))) return [{ rule, route, pointer, scope }];
    context.report('route-outside-prefix', at(route.document, `${pointer}/match`), {
      host: host.key,
      prefixes: allowed.map(({ prefix }) => prefix),
    });
    return [];
  });
}

function admits({ namespaces, labels }: AllowedRoutes, route: Valid<'Route'>, host: Valid<'VirtualHost'>): boolean {
  const among = namespaces ?? [host.namespace];
  const own = route.value.metadata.labels ?? {};
  return (
    (among.includes('*') || among.includes(route.namespace)) &&
    Object.entries(labels).every(([key, value]) => Object.hasOwn(own, key) && own[key] === value)
  );
}

/** A regex can match anything, so it lies below `/` only. */
function liesBelow({ match: { path } }: RouteRule, prefix: string): boolean {
  const base = prefix.replace(/\/+$/, '');
  const text = path.exact ?? path.prefix ?? path.template;
  if (base === '') return true;
  return text !== undefined && !path.ignoreCase && (text === base || text.startsWith(`${base}/`));
}
