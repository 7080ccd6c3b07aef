/** Listeners, sorted into those that a Gateway has words for, and others. */
import { isIpAddress } from '../../2-validate/formats/address.ts';
import type { Listener } from '../../2-validate/generated/types.ts';
import { isAnyOf, type Messages } from '../../xds/index.ts';
import { listenerName, type EnvoyConfiguration, type FoundListener } from './config.ts';

export type FilterChain = Messages['envoy.config.listener.v3.FilterChain'];
export type Manager = Messages['envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager'];
export type RouteConfiguration = Messages['envoy.config.route.v3.RouteConfiguration'];
export type TcpProxy = Messages['envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy'];
export type TlsContext = Messages['envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext'];

export interface HttpChain {
  readonly chain: FilterChain;
  readonly manager: Manager;
  readonly routes: RouteConfiguration;
  readonly tls: TlsContext | undefined;
}

export interface TcpChain {
  readonly chain: FilterChain;
  readonly proxy: TcpProxy;
  readonly tls: TlsContext | undefined;
}

export interface ListenerPlan {
  readonly found: FoundListener;
  /** As the configuration has it. */
  readonly name: string;
  readonly socket: { readonly address: string; readonly port: number };
  readonly protocol: Listener['protocol'];
  readonly http: readonly HttpChain[];
  readonly tcp: readonly TcpChain[];
}

/** Why a listener is carried as it is. */
export interface RawListener {
  readonly found: FoundListener;
  readonly name: string;
  readonly reason: string;
}

export function planListener(found: FoundListener, configuration: EnvoyConfiguration): ListenerPlan | RawListener {
  const { message } = found;
  const name = listenerName(message);
  const raw = (reason: string): RawListener => ({ found, name, reason });
  const { address = '', port_value: port, protocol = 'TCP' } = message.address?.socket_address ?? {};
  if (!port || !isIpAddress(address) || protocol !== 'TCP') return raw('its address is no IP address with a TCP port');
  const strange = message.listener_filters?.find(
    ({ name: filter }) => filter !== 'envoy.filters.listener.tls_inspector',
  );
  if (strange) return raw(`it has the listener filter ${strange.name}`);
  if (message.default_filter_chain || message.filter_chain_matcher)
    return raw('it chooses between filter chains by more than server names');
  const chains = (message.filter_chains ?? []).map((chain) => readChain(chain, configuration));
  const wrong = chains.find((chain) => typeof chain === 'string');
  if (typeof wrong === 'string') return raw(wrong);
  const http = chains.filter((chain): chain is HttpChain => typeof chain !== 'string' && 'manager' in chain);
  const tcp = chains.filter((chain): chain is TcpChain => typeof chain !== 'string' && 'proxy' in chain);
  const own = protocolOf(http, tcp);
  return own
    ? { found, name, socket: { address, port }, protocol: own, http, tcp }
    : raw('its filter chains are of several kinds');
}

function protocolOf(http: readonly HttpChain[], tcp: readonly TcpChain[]): Listener['protocol'] | undefined {
  const isAlone = http.length + tcp.length === 1;
  const isNamed = ({ chain }: HttpChain | TcpChain) => (chain.filter_chain_match?.server_names ?? []).length > 0;
  if (http.length > 0 && tcp.length > 0) return undefined;
  if (http.every(({ tls }) => tls) && http.length > 0) return 'HTTPS';
  if (http.length > 0) return isAlone && !http.some(isNamed) ? 'HTTP' : undefined;
  if (tcp.length === 0) return undefined;
  return tcp.some((one) => one.tls || isNamed(one)) ? 'TLS' : isAlone ? 'TCP' : undefined;
}

const MANAGER = 'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager';
const PROXY = 'envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy';
const TLS = 'envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext';

/** A filter chain with one filter that a Gateway knows, or what is against it. */
function readChain(chain: FilterChain, { routes }: EnvoyConfiguration): HttpChain | TcpChain | string {
  const [filter, ...others] = chain.filters ?? [];
  const socket = chain.transport_socket?.typed_config;
  const tls = isAnyOf(TLS, socket) ? socket : undefined;
  if (chain.transport_socket && !tls) return `it has the transport socket ${chain.transport_socket.name}`;
  const conditions = Object.keys(chain.filter_chain_match ?? {}).filter((key) => !CONDITIONS.has(key));
  if (conditions.length > 0) return `it chooses between filter chains by ${conditions.join(', ')}`;
  if (others.length > 0) return `a filter chain has ${others.length + 1} network filters`;
  const config = filter?.typed_config;
  if (isAnyOf(PROXY, config)) return { chain, proxy: config, tls };
  if (!isAnyOf(MANAGER, config)) return `it has the network filter ${filter?.name ?? ''}`;
  const { route_config: inline, rds } = config;
  const named = routes.get(rds?.route_config_name ?? '');
  if (inline) return { chain, manager: config, routes: inline, tls };
  return named ? { chain, manager: config, routes: named.message, tls } : 'its routes are not in the configuration';
}

const CONDITIONS = new Set(['server_names', 'transport_protocol']);
