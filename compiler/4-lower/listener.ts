/** Listeners. Source: envoy/config/listener/v3/listener.proto. */
import type { Listener } from '../2-validate/generated/types.ts';
import type { LinkedListener, LinkedTcpRoute, LinkedVirtualHost } from '../3-link/graph.ts';
import { any, type Messages } from '../xds/index.ts';
import { downstreamTls } from './downstream-tls.ts';
import { httpConnectionManager, type HttpConnectionManagerContext } from './http-connection-manager.ts';
import { listenerAddresses } from './listener-address.ts';
import { connectionFilters, listenerConnections } from './listener-connections.ts';
import { tcpProxy, type TcpProxyContext } from './tcp-proxy.ts';

type EnvoyListener = Messages['envoy.config.listener.v3.Listener'];
type EnvoyFilterChain = Messages['envoy.config.listener.v3.FilterChain'];

export interface ListenerContext extends HttpConnectionManagerContext, TcpProxyContext {}

/** Nothing, if the listener has nothing to serve: Envoy refuses a listener without filter chains. */
export function lowerListener(linked: LinkedListener, context: ListenerContext): EnvoyListener | undefined {
  const { listener } = linked;
  const chains = filterChains(linked, context);
  if (chains.length === 0) return undefined;
  const listenerFilters = listenerFiltersOf(listener);
  return {
    name: listener.name,
    ...listenerAddresses(listener),
    filter_chains: chains,
    ...(listenerFilters.length > 0 && { listener_filters: listenerFilters }),
    ...listenerConnections(listener),
  };
}

function filterChains(linked: LinkedListener, context: ListenerContext): readonly EnvoyFilterChain[] {
  const { listener, virtualHosts, tcpRoutes } = linked;
  switch (listener.protocol) {
    case 'HTTP':
      return [
        { filters: [...connectionFilters(listener), httpConnectionManager(listener.name, listener.name, context)] },
      ];
    case 'HTTPS':
      return virtualHosts.map((host) => httpsChain(host, listener, context));
    case 'TCP':
    case 'TLS':
      return tcpRoutes.map((route) => tcpChain(route, listener, context));
  }
}

/** The name of the route configuration of a host on an HTTPS listener. */
export const httpsRouteName = ({ name }: Listener, { source }: LinkedVirtualHost): string => `${name}/${source.key}`;

function httpsChain(host: LinkedVirtualHost, listener: Listener, context: ListenerContext): EnvoyFilterChain {
  const { key, value } = host.source;
  return {
    name: key,
    ...serverNames(value.spec.hostnames),
    filters: [
      ...connectionFilters(listener),
      httpConnectionManager(
        listener.name,
        httpsRouteName(listener, host),
        context,
        value.spec.tls?.forwardClientCertificate,
      ),
    ],
    transport_socket: downstreamTls({ certificates: [], ...host.tls, alpn: ['h2', 'http/1.1'] }, listener.tls),
  };
}

function tcpChain(
  { source, targets, tls }: LinkedTcpRoute,
  listener: Listener,
  context: ListenerContext,
): EnvoyFilterChain {
  const { hostnames, idleTimeout } = source.value.spec;
  return {
    name: source.key,
    ...serverNames(hostnames ?? ['*']),
    filters: [...connectionFilters(listener), tcpProxy({ listener: listener.name, targets, idleTimeout }, context)],
    ...(tls && { transport_socket: downstreamTls({ ...tls, alpn: [] }, listener.tls) }),
  };
}

/** A chain that takes every server name is the one without a condition. */
const serverNames = (hostnames: readonly string[]): Pick<EnvoyFilterChain, 'filter_chain_match'> =>
  hostnames.includes('*')
    ? {}
    : { filter_chain_match: { server_names: hostnames.map((hostname) => hostname.toLowerCase()) } };

function listenerFiltersOf({ protocol, proxyProtocol }: Listener) {
  const proxy = {
    name: 'envoy.filters.listener.proxy_protocol',
    typed_config: any('envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol', {
      ...(proxyProtocol === 'optional' && { allow_requests_without_proxy_protocol: true }),
    }),
  };
  const inspector = {
    name: 'envoy.filters.listener.tls_inspector',
    typed_config: any('envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector', {}),
  };
  const secure = protocol === 'HTTPS' || protocol === 'TLS';
  return [...(proxyProtocol === 'off' ? [] : [proxy]), ...(secure ? [inspector] : [])];
}
