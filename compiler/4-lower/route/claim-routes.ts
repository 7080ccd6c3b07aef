/**
 * Routes by claims. Envoy chooses a route before any filter runs, and a claim is there only after the `jwt` filter; so
 * the route must be chosen again then, which the filter does for providers with `recomputeRoute`.
 *
 * Which filters run is settled by the route that was chosen first. A filter that the later route alone has would never
 * run, and one that the first route alone disables would not run either: nothing may depend on that.
 */
import { nested } from '../../3-link/filters.ts';
import type { FilterScope, LinkedGateway, LinkedRoute } from '../../3-link/graph.ts';
import { mayMeet } from '../../3-link/route/path-overlap.ts';
import { comparePrecedence } from '../../3-link/route/precedence.ts';
import { at } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { JwtProvider } from '../../2-validate/generated/types.ts';

export function checkClaimRoutes({ filters, listeners }: LinkedGateway, report: Report): void {
  for (const host of new Set(listeners.flatMap(({ virtualHosts }) => virtualHosts))) {
    const providers = providersOf(nested(filters, host.filters));
    const isLate = lateness([...providers.values()]);
    for (const route of host.routes) {
      checkProviders(route, providers, report);
      if (isLate(route)) checkFilters(route, host.routes, report);
    }
  }
}

type Providers = ReadonlyMap<string, JwtProvider>;

/** Those whose tokens are verified whatever the route: filters of a route run when it is chosen already. */
const providersOf = ({ uses }: FilterScope): Providers =>
  new Map(
    uses.flatMap(({ configuration }) =>
      configuration.type === 'jwt' ? configuration.providers.map((one) => [one.name, one] as const) : [],
    ),
  );

function checkProviders({ rule, origin, pointer }: LinkedRoute, providers: Providers, report: Report): void {
  for (const [place, { provider }] of rule.match.claims.entries()) {
    const where = at(origin.document, `${pointer}/match/claims/${place}/provider`);
    const found = providers.get(provider);
    if (!found)
      report('unverified-claim', where, { provider, verified: providers.keys(), route: at(origin.document, pointer) });
    else if (!found.recomputeRoute)
      report('needs-field', where, {
        what: 'a route by claims',
        needs: `"recomputeRoute: true" in the provider "${provider}" of the jwt filter`,
      });
  }
}

/** Tells the routes that may be chosen only when a token has been verified: by a claim, or by a header made of one. */
function lateness(providers: readonly JwtProvider[]): (route: LinkedRoute) => boolean {
  const recomputing = providers.filter(({ recomputeRoute }) => recomputeRoute);
  const headers = new Set(
    recomputing.flatMap(({ claimsToHeaders, forwardPayloadHeader }) => [
      ...claimsToHeaders.map(({ header }) => header.toLowerCase()),
      ...(forwardPayloadHeader === undefined ? [] : [forwardPayloadHeader.toLowerCase()]),
    ]),
  );
  return ({ rule: { match } }) =>
    match.claims.length > 0 || (headers.size > 0 && match.headers.some(({ name }) => headers.has(name.toLowerCase())));
}

function checkFilters(late: LinkedRoute, all: readonly LinkedRoute[], report: Report): void {
  const { filters, origin, pointer } = late;
  const route = at(origin.document, pointer);
  for (const use of filters.uses)
    report('late-route', at(use.origin.document, use.pointer), { name: use.name, isOwn: true, route });
  for (const { name, pointer: where } of filters.disabled)
    report('late-route', at(origin.document, where), { name, isOwn: true, route });
  const first = all.filter(
    (one) =>
      one !== late &&
      one.filters.disabled.length > 0 &&
      comparePrecedence(late.rank, one.rank) < 0 &&
      mayMeet(one.rule.match.path, late.rule.match.path),
  );
  for (const { filters: others, origin: document } of first) {
    for (const { name, pointer: where } of others.disabled)
      report('late-route', at(document.document, where), { name, isOwn: false, route });
  }
}
