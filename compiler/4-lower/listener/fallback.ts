/** The routes of clients that name no server, or one that no host has. */
import type { LinkedListener } from '../../3-link/graph.ts';
import type { Messages } from '../../xds/index.ts';
import { advertises, alternativeService } from './http3.ts';
import { fallbackRouteName, isServedByFallback } from './connections.ts';
import { misdirectedHost, routeConfiguration, servingHost, type VirtualHostContext } from '../route/virtual-host.ts';

/**
 * Hosts that allow it are found by the Host header. Requests for others are sent to where they belong: above all, a host
 * that wants client certificates is never reached here, where nobody is asked for one.
 */
export function fallbackRouteConfiguration(
  { listener, virtualHosts }: LinkedListener,
  context: VirtualHostContext,
): Messages['envoy.config.route.v3.RouteConfiguration'] {
  const served = virtualHosts.filter(isServedByFallback);
  const others = virtualHosts.filter((host) => !isServedByFallback(host));
  const elsewhere = others.flatMap(({ source }) => source.value.spec.hostnames);
  const hosts = served.map((host) => servingHost(host, context));
  return routeConfiguration(
    fallbackRouteName(listener),
    elsewhere.length > 0 ? [...hosts, misdirectedHost(elsewhere)] : hosts,
    context,
    advertises(listener, undefined) ? [alternativeService(listener)] : [],
  );
}
