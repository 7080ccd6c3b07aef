/** Which Route documents a virtual host lets attach, and with which of their rules. */
import type { AllowedRoutes } from '../../2-validate/generated/types.ts';
import { keyOf, type Valid } from '../../2-validate/model.ts';
import { at } from '../../diagnostics/location.ts';
import { perObject } from '../../per-object.ts';
import type { LinkedRoute } from '../graph.ts';
import { linkRouteDocument, type LinkContext } from './routes.ts';
import { isOutsideOthers, leavesOwnAlone, liesBelow, ownRoutes, type Grant } from './territory.ts';

/**
 * The routes that Route documents attach to a host. What the host does not allow is reported and left out.
 *
 * @param inline the routes of the host's own document
 */
export function attachedRoutes(
  host: Valid<'VirtualHost'>,
  inline: readonly LinkedRoute[],
  context: LinkContext,
): readonly LinkedRoute[] {
  const documents = context.routesByHost.get(host.key) ?? [];
  const near = documents.filter(({ namespace }) => namespace === host.namespace);
  const nearby = near.flatMap((route) => attach(route, host, context));
  if (near.length === documents.length) return nearby;
  const own = ownRoutes([...inline, ...nearby]);
  const foreign = documents
    .filter(({ namespace }) => namespace !== host.namespace)
    .flatMap((route) => {
      const grant = grants(host)(route);
      return attach(route, host, context).filter((one) => leavesOwnAlone(one, grant, own, context.report));
    });
  return [...nearby, ...foreign];
}

function attach(route: Valid<'Route'>, host: Valid<'VirtualHost'>, context: LinkContext): readonly LinkedRoute[] {
  const grant = grants(host)(route);
  if (grant.prefixes.length === 0) {
    const place = route.value.spec.virtualHosts.findIndex((text) => keyOf(text, route.namespace) === host.key);
    context.report('route-not-allowed', at(route.document, `/spec/virtualHosts/${place}`), {
      route: route.key,
      host: host.key,
    });
    return [];
  }
  const linked = linkRouteDocument(route, context);
  return linked.filter((one) => isAmong(one, grant, context) && isOutsideOthers(one, grant, context.report));
}

function isAmong(
  { rule, origin, pointer }: LinkedRoute,
  { host, prefixes }: Grant,
  { report }: Pick<LinkContext, 'report'>,
): boolean {
  const { path } = rule.match;
  if (prefixes.some((prefix) => liesBelow(path, prefix))) return true;
  report('route-outside-prefix', at(origin.document, `${pointer}/match/path`), {
    host: host.key,
    prefixes,
    isLoose: path.regex !== undefined || path.ignoreCase,
  });
  return false;
}

const grants = perObject((host: Valid<'VirtualHost'>) =>
  perObject((route: Valid<'Route'>): Grant => {
    const entries = [...host.value.spec.allowedRoutes.entries()];
    return {
      host,
      prefixes: entries.filter(([, entry]) => admits(entry, route, host)).map(([, { prefix }]) => prefix),
      others: entries.filter(([, entry]) => !admits(entry, route, host)),
    };
  }),
);

function admits({ namespaces, labels }: AllowedRoutes, route: Valid<'Route'>, host: Valid<'VirtualHost'>): boolean {
  const among = namespaces ?? [host.namespace];
  const own = route.value.metadata.labels ?? {};
  return (
    (among.includes('*') || among.includes(route.namespace)) &&
    Object.entries(labels).every(([key, value]) => Object.hasOwn(own, key) && own[key] === value)
  );
}
