/**
 * Claims are there only where their token has been verified. Without that, a rule that denies by a claim would let
 * everybody through, so it is a mistake and not a condition that never holds.
 */
import { nested } from '../../3-link/filters.ts';
import type { FilterScope, FilterType, FilterUse, LinkedGateway } from '../../3-link/graph.ts';
import { at, child, pointerSegments, type Location } from '../../diagnostics/location.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { ReadClaim } from '../../filters/filter-module.ts';
import { moduleOf } from './http-filters.ts';

/** Reports each provider, once a filter, whose claims are read at a route where no filter verifies its tokens. */
export function checkClaims({ filters, listeners }: LinkedGateway, report: Report): void {
  const reported = new Set<string>();
  const hosts = listeners.flatMap(({ virtualHosts }) => virtualHosts);
  for (const host of hosts) {
    const atHost = nested(filters, host.filters);
    const isReadHere = readsClaims(atHost);
    for (const route of host.routes) {
      if (!isReadHere && !readsClaims(route.filters)) continue;
      const routePlace = at(route.origin.document, route.pointer);
      checkPlace(nested(atHost, route.filters), routePlace, reported, report);
    }
  }
}

const readsClaims = ({ uses }: FilterScope): boolean => uses.some((use) => claimsOf(use).length > 0);

function checkPlace({ uses }: FilterScope, route: Location, reported: Set<string>, report: Report): void {
  const readers = uses.filter((use) => claimsOf(use).length > 0);
  const verified = new Set(uses.flatMap(providersOf));
  for (const use of readers) {
    for (const { provider, pointer } of claimsOf(use)) {
      const key = `${use.origin.kind} ${use.origin.key} ${use.pointer} ${provider}`;
      if (verified.has(provider) || reported.has(key)) continue;
      reported.add(key);
      report('unverified-claim', child(at(use.origin.document, use.pointer), ...pointerSegments(pointer)), {
        provider,
        verified,
        route,
      });
    }
  }
}

const claimsOf = <T extends FilterType>({ type, configuration }: FilterUse<T>): readonly ReadClaim[] =>
  moduleOf(type).reads?.(configuration) ?? [];

const providersOf = <T extends FilterType>({ type, configuration }: FilterUse<T>): readonly string[] =>
  moduleOf(type).verifies?.(configuration) ?? [];
