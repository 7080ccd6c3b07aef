/**
 * The filter chains of a listener: one for each host with certificates and each TcpRoute, so that a change to one of
 * them leaves the connections of all others alone.
 *
 * Source: envoy/config/listener/v3/listener_components.proto
 */
import type { Listener } from '../../2-validate/generated/types.ts';
import type { LinkedListener, LinkedTcpRoute, LinkedVirtualHost } from '../../3-link/graph.ts';
import { tlsSettings } from '../../3-link/gateway/tls-settings.ts';
import type { Messages } from '../../xds/index.ts';
import { downstreamTls, type DownstreamTls } from './downstream-tls.ts';
import { serverNameProxy } from '../cluster/dynamic-forward-proxy.ts';
import { httpConnectionManager, type HttpConnectionManagerContext } from './http-connection-manager.ts';
import { FALLBACK, fallbackConnections, hostConnections, plainTextConnections } from './connections.ts';
import { connectionFilters } from './listener-connections.ts';
import { restricted } from './tcp-access.ts';
import { tcpProxy, type TcpProxyContext } from './tcp-proxy.ts';
import { duration } from '../quantities.ts';

type EnvoyFilterChain = Messages['envoy.config.listener.v3.FilterChain'];

export interface FilterChainsContext extends HttpConnectionManagerContext, TcpProxyContext {}

export function filterChains(linked: LinkedListener, context: FilterChainsContext): readonly EnvoyFilterChain[] {
  const { listener, virtualHosts, tcpRoutes, tls } = linked;
  const tcpChains = () =>
    tcpRoutes.flatMap((route) => restricted(tcpChain(route, linked, context), route.source.value.spec.access));
  switch (listener.protocol) {
    case 'HTTP':
      return [
        {
          filters: [
            ...connectionFilters(listener),
            httpConnectionManager(plainTextConnections(linked, context.gateway), context),
          ],
        },
      ];
    case 'HTTPS':
      return [
        ...virtualHosts.map((host) => httpsChain(host, linked, context)),
        ...tcpChains(),
        ...(tls.fallback
          ? [fallbackChain({ certificates: tls.fallback, alpn: alpnOf(listener) }, linked, context)]
          : []),
      ];
    case 'TCP':
    case 'TLS':
      return tcpChains();
    case 'UDP':
      return [];
  }
}

const alpnOf = ({ tls }: Listener, host?: LinkedVirtualHost): readonly string[] =>
  host?.source.value.spec.tls?.alpn ?? tls.alpn ?? ['h2', 'http/1.1'];

function httpsChain(host: LinkedVirtualHost, linked: LinkedListener, context: FilterChainsContext): EnvoyFilterChain {
  const { listener } = linked;
  const { key, value } = host.source;
  const { hostnames, tls } = value.spec;
  return {
    name: key,
    ...serverNames(hostnames),
    filters: [...connectionFilters(listener), httpConnectionManager(hostConnections(linked, host), context)],
    ...secured({ certificates: [], ...host.tls, alpn: alpnOf(listener, host) }, tls, linked),
  };
}

function tcpChain(route: LinkedTcpRoute, linked: LinkedListener, context: FilterChainsContext): EnvoyFilterChain {
  const { listener } = linked;
  const { hostnames, tls } = route.source.value.spec;
  return {
    name: route.source.key,
    ...serverNames(hostnames ?? ['*']),
    filters: [
      ...connectionFilters(listener),
      ...route.targets.flatMap(({ upstream }) => serverNameProxy(upstream)),
      tcpProxy(listener.name, route, context),
    ],
    ...(route.tls && secured({ ...route.tls, alpn: tls?.alpn ?? [] }, tls, linked)),
  };
}

/** The chain without a condition takes what no other takes. */
const fallbackChain = (tls: DownstreamTls, linked: LinkedListener, context: FilterChainsContext): EnvoyFilterChain => ({
  name: FALLBACK,
  filters: [
    ...connectionFilters(linked.listener),
    httpConnectionManager(fallbackConnections(linked, context.gateway), context),
  ],
  ...secured(tls, undefined, linked),
});

function secured(
  tls: DownstreamTls,
  host: Parameters<typeof tlsSettings>[1],
  { listener, tls: { ticketKeys } }: LinkedListener,
): EnvoyFilterChain {
  const { handshakeTimeout } = listener.tls;
  return {
    transport_socket: downstreamTls(tls, tlsSettings(listener.tls, host), ticketKeys),
    ...(handshakeTimeout !== undefined && { transport_socket_connect_timeout: duration(handshakeTimeout) }),
  };
}

/** A chain that takes every server name is the one without a condition. */
export const serverNames = (hostnames: readonly string[]): Pick<EnvoyFilterChain, 'filter_chain_match'> =>
  hostnames.includes('*')
    ? {}
    : { filter_chain_match: { server_names: hostnames.map((hostname) => hostname.toLowerCase()) } };
