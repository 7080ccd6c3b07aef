import type { Messages } from '../xds/index.ts';

/** An IP address and port. `::` takes IPv4 as well, as it does for most servers. */
export const socketAddress = (address: string, port: number): Messages['envoy.config.core.v3.Address'] => ({
  socket_address: { address, port_value: port, ...(address === '::' && { ipv4_compat: true }) },
});
