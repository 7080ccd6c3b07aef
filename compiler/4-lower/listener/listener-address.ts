/** Where a listener listens. Source: envoy/config/core/v3/address.proto and envoy/config/listener/v3/listener.proto. */
import type { Listener, UnixSocket } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';
import { tcpKeepalive } from '../connection.ts';

type EnvoyListener = Messages['envoy.config.listener.v3.Listener'];
type Address = Messages['envoy.config.core.v3.Address'];
type SocketOption = Messages['envoy.config.core.v3.SocketOption'];

/** The listener's addresses, with the options of the sockets there. */
export function listenerAddresses({
  address,
  port,
  ipv6Only,
  additionalAddresses,
  unixSocket,
  connections,
}: Listener): EnvoyListener {
  const { keepalive, typeOfService } = connections;
  const probes = keepalive && { tcp_keepalive: tcpKeepalive(keepalive) };
  if (unixSocket) return { address: pipe(unixSocket) };
  if (port === undefined) throw new Error('a listener has neither a port nor a socket, which validation let pass');
  return {
    address: listenerAddress(address, port, ipv6Only),
    ...(additionalAddresses.length > 0 && {
      additional_addresses: additionalAddresses
        .flatMap((more) => familiesOf(more, address))
        .map((more) => ({
          address: listenerAddress(more.address, more.port ?? port, more.ipv6Only),
          ...probes,
          ...(typeOfService !== undefined && { socket_options: { socket_options: serviceType(more, typeOfService) } }),
        })),
    }),
    ...probes,
    ...(typeOfService !== undefined && { socket_options: serviceType({ address, ipv6Only }, typeOfService) }),
  };
}

/** The same for UDP, without what concerns TCP. */
export function udpAddresses(listener: Listener): EnvoyListener {
  const { address, additional_addresses, socket_options } = listenerAddresses(listener);
  return {
    ...(address && { address: udp(address) }),
    ...(additional_addresses && {
      additional_addresses: additional_addresses.map((more) => ({
        ...(more.address && { address: udp(more.address) }),
        ...(more.socket_options && { socket_options: more.socket_options }),
      })),
    }),
    ...(socket_options && { socket_options }),
  };
}

const udp = ({ socket_address }: Address): Address =>
  socket_address ? { socket_address: { ...socket_address, protocol: 'UDP' } } : {};

/** Envoy lets an additional socket take both families only where the first address has both too; elsewhere it is two. */
const familiesOf = (more: AdditionalAddress, first: string): readonly AdditionalAddress[] =>
  more.address === '::' && !more.ipv6Only && first !== '::'
    ? [
        { ...more, ipv6Only: true },
        { ...more, address: '0.0.0.0' },
      ]
    : [more];

type AdditionalAddress = Listener['additionalAddresses'][number];

const listenerAddress = (address: string, port: number, ipv6Only: boolean): Address => ({
  socket_address: { address, port_value: port, ...(address === '::' && !ipv6Only && { ipv4_compat: true }) },
});

const pipe = ({ path, mode }: UnixSocket): Address => ({
  pipe: { path, ...(mode !== undefined && { mode: parseInt(mode, 8) }) },
});

/** `IPPROTO_IP` with `IP_TOS`, and `IPPROTO_IPV6` with `IPV6_TCLASS`, as Linux numbers them. */
const IPV4_SERVICE_TYPE = { level: 0, name: 1 } as const;
const IPV6_SERVICE_TYPE = { level: 41, name: 67 } as const;

/** A socket for both families sends packets of both. */
function serviceType(
  { address, ipv6Only }: { readonly address: string; readonly ipv6Only: boolean },
  value: number,
): readonly SocketOption[] {
  const ipv4 = !address.includes(':') || (address === '::' && !ipv6Only);
  return [
    ...(ipv4 ? [{ ...IPV4_SERVICE_TYPE, int_value: value }] : []),
    ...(address.includes(':') ? [{ ...IPV6_SERVICE_TYPE, int_value: value }] : []),
  ];
}
