/** Stage 3: typed model → one graph a gateway. */
import { keyOf, type Model, type Valid } from '../2-validate/model.ts';
import { compare } from '../compare.ts';
import type { Report } from '../diagnostics/report.ts';
import { checkDocuments } from './documents.ts';
import { checkDisabled, linkFilters } from './filters.ts';
import type { Graph, LinkedGateway } from './graph.ts';
import { linkHosts, type HostsByGateway } from './hosts.ts';
import { linkListeners } from './listeners.ts';
import { createLinkMemo, openLinkMemo, type LinkSession } from './memo.ts';
import { checkReferences, indexDocuments, resolver, type Index } from './references.ts';
import { linkTcpRoutes } from './tcp-routes.ts';
import type { LinkContext } from './routes.ts';

/**
 * Replaces every name by what it names, and decides attachment and precedence.
 *
 * What does not fit together is reported and left out, so that one mistake yields one diagnostic and later stages never
 * meet a dangling name.
 *
 * @param memo makes the next call with the same memo link only what has changed
 */
export function link(model: Model, report: Report, memo = createLinkMemo()): Graph {
  let isSound = true;
  const noting: Report = (...mistake) => {
    isSound = false;
    report(...mistake);
  };
  const index = indexDocuments(model, noting);
  const session = openLinkMemo(memo, index);
  const graph = linkAll(index, session, noting);
  if (isSound) session.remember();
  return graph;
}

function linkAll(index: Index, memo: LinkSession, report: Report): Graph {
  checkReferences(index, memo.settled, report);
  checkDocuments(index, memo.settled, report);
  const context: LinkContext = { index, memo, report, routesByHost: routesByHost([...index.Route.values()]) };
  const hosts = linkHosts(context);
  const gateways = [...index.Gateway.values()].toSorted((a, b) => compare(a.key, b.key));
  return { gateways: gateways.map((gateway) => linkGateway(gateway, hosts, context)), resolve: resolver(index) };
}

function linkGateway(source: Valid<'Gateway'>, hosts: HostsByGateway, context: LinkContext): LinkedGateway {
  const filters = linkFilters(source.value.spec, source, '/spec', context);
  const attached = hosts.get(source.key) ?? [];
  for (const host of attached) {
    checkDisabled(host.filters, [filters], host.source, '/spec', context.report);
    for (const route of host.routes)
      checkDisabled(route.filters, [filters, host.filters], route.origin, route.pointer, context.report);
  }
  return {
    source,
    filters,
    listeners: linkListeners(source, attached, linkTcpRoutes(source, context), context.report),
    rateLimits: [...context.index.RateLimit.values()].filter(({ value, namespace }) =>
      value.spec.gateways.some((text) => keyOf(text, namespace) === source.key),
    ),
  };
}

function routesByHost(routes: readonly Valid<'Route'>[]): ReadonlyMap<string, readonly Valid<'Route'>[]> {
  const map = new Map<string, Valid<'Route'>[]>();
  for (const route of routes) {
    const keys = new Set(route.value.spec.virtualHosts.map((text) => keyOf(text, route.namespace)));
    for (const key of keys) {
      const list = map.get(key);
      if (list) list.push(route);
      else map.set(key, [route]);
    }
  }
  return map;
}
