/** Listeners. Source: envoy/config/listener/v3/listener.proto. */
import type { Listener } from '../../2-validate/generated/types.ts';
import type { LinkedListener } from '../../3-link/graph.ts';
import { any, type Messages } from '../../xds/index.ts';
import { filterChains, type FilterChainsContext } from './filter-chains.ts';
import { listenerAddresses } from './listener-address.ts';
import { listenerConnections } from './listener-connections.ts';
import { proxyProtocolFilters } from '../proxy-protocol.ts';
import { lowerUdpListener } from './udp-listener.ts';

type EnvoyListener = Messages['envoy.config.listener.v3.Listener'];

/** Nothing, if the listener has nothing to serve: Envoy refuses a listener without filter chains. */
export function lowerListener(linked: LinkedListener, context: FilterChainsContext): EnvoyListener | undefined {
  const { listener } = linked;
  if (listener.protocol === 'UDP') return lowerUdpListener(linked, context.clusterOf);
  const chains = filterChains(linked, context);
  if (chains.length === 0) return undefined;
  const listenerFilters = listenerFiltersOf(listener);
  return {
    name: listener.name,
    ...listenerAddresses(listener),
    filter_chains: chains,
    ...(listenerFilters.length > 0 && { listener_filters: listenerFilters }),
    ...listenerConnections(listener),
    ...context.observability.listener,
  };
}

function listenerFiltersOf(listener: Listener) {
  const {
    protocol,
    tls: { fingerprints = [] },
  } = listener;
  const inspector = {
    name: 'envoy.filters.listener.tls_inspector',
    typed_config: any('envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector', {
      ...(fingerprints.includes('ja3') && { enable_ja3_fingerprinting: true }),
      ...(fingerprints.includes('ja4') && { enable_ja4_fingerprinting: true }),
    }),
  };
  const secure = protocol === 'HTTPS' || protocol === 'TLS';
  return [...proxyProtocolFilters(listener), ...(secure ? [inspector] : [])];
}
