/** The routes of clients that name no server, or one that no host has. */
import type { LinkedListener } from '../../3-link/graph.ts';
import type { LoweredResource } from '../resource.ts';
import { advertises, alternativeService } from './http3.ts';
import { fallbackRoutes, isServedByFallback } from './connections.ts';
import { sharedRouteResources, type SharedHost } from '../route/shared-route-resources.ts';
import { misdirectedHost, servingHost, type VirtualHostContext } from '../route/virtual-host.ts';

/**
 * Hosts that allow it are found by the Host header. Requests for others are sent to where they belong: above all, a host
 * that wants client certificates is never reached here, where nobody is asked for one.
 */
export function fallbackRouteResources(
  linked: LinkedListener,
  context: VirtualHostContext,
): readonly LoweredResource[] {
  const { listener, virtualHosts } = linked;
  const { gateway } = context;
  const served = virtualHosts.filter(isServedByFallback);
  const others = virtualHosts.filter((host) => !isServedByFallback(host));
  const elsewhere = others.flatMap(({ source }) => source.value.spec.hostnames);
  const hosts = served.map((one): SharedHost => ({ host: servingHost(one, context), origin: one.source }));
  const misdirected: SharedHost = { host: misdirectedHost(elsewhere), origin: gateway.source };
  return sharedRouteResources(
    fallbackRoutes(linked, gateway),
    elsewhere.length > 0 ? [...hosts, misdirected] : hosts,
    context,
    advertises(listener, undefined) ? [alternativeService(listener)] : [],
  );
}
