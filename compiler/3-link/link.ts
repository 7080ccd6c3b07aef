/** Stage 3: typed model → one graph a gateway. */
import { keyOf, type Model, type Valid } from '../2-validate/model.ts';
import { compare } from '../compare.ts';
import type { Report } from '../diagnostics/report.ts';
import { checkDocuments } from './documents.ts';
import { checkDisabled, linkFilters } from './filters.ts';
import type { FilterScope, Graph, LinkedGateway, LinkedVirtualHost } from './graph.ts';
import { linkPatches } from './gateway/envoy-patches.ts';
import { linkHosts, type HostsByGateway } from './route/hosts.ts';
import { linkListeners } from './gateway/listeners.ts';
import { createLinkMemo, openLinkMemo, type LinkSession } from './memo.ts';
import { checkRouteTracing } from './gateway/observability.ts';
import { checkReferences, indexDocuments, namingSite, resolver, servedBy, type Index } from './references.ts';
import { linkTcpRoutes } from './route/tcp-routes.ts';
import { linkUdpRoutes } from './route/udp-routes.ts';
import type { LinkContext } from './route/routes.ts';

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
  const index = indexDocuments(model.documents, noting);
  const session = openLinkMemo(memo, index);
  checkReferences({ index, broken: model.broken, unsettled: session.unsettled }, noting);
  const graph = linkAll(index, session, noting);
  // A reference to a broken document leads nowhere without being reported.
  if (isSound && model.broken.length === 0) session.remember();
  return graph;
}

function linkAll(index: Index, memo: LinkSession, report: Report): Graph {
  checkDocuments(index, memo.unsettled, report);
  const context: LinkContext = { index, memo, report, routesByHost: routesByHost([...index.Route.values()]) };
  const hosts = linkHosts(context);
  const sources = [...index.Gateway.values()].toSorted((a, b) => compare(a.key, b.key));
  const gateways = sources.map((source) => linkGateway(source, hosts.get(source.key) ?? [], context));
  checkDisabledFilters(gateways, hosts, report);
  checkRouteTracing(gateways, hosts, report);
  return { gateways, resolve: resolver(index) };
}

/** A host may disable what any of its gateways has. */
function checkDisabledFilters(gateways: readonly LinkedGateway[], hosts: HostsByGateway, report: Report): void {
  const outer = new Map<LinkedVirtualHost, FilterScope[]>();
  for (const { source, filters } of gateways) {
    for (const host of hosts.get(source.key) ?? []) outer.set(host, [...(outer.get(host) ?? []), filters]);
  }
  for (const [host, ofGateways] of outer) {
    const { gateways: named } = host.source.value.spec;
    if (ofGateways.length < new Set(named.map((text) => keyOf(text, host.source.namespace))).size) continue;
    checkDisabled(host.filters, ofGateways, host.source, report);
    for (const { filters, documentFilters, origin } of host.routes)
      checkDisabled(filters, [...ofGateways, host.filters, documentFilters], origin, report);
  }
}

function linkGateway(
  source: Valid<'Gateway'>,
  attached: readonly LinkedVirtualHost[],
  context: LinkContext,
): LinkedGateway {
  const routes = { tcpRoutes: linkTcpRoutes(source, context), udpRoutes: linkUdpRoutes(source, context) };
  const listeners = linkListeners(source, attached, routes, context);
  return {
    source,
    filters: linkFilters(source.value.spec, source, '/spec', context),
    settings: namingSite(source, '/spec', context.index),
    listeners,
    rateLimits: servedBy(source, context.index.RateLimit),
    patches: linkPatches(source, listeners, context),
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
