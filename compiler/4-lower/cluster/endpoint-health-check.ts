/** What is particular about the checks of an endpoint. Source: envoy/config/endpoint/v3/endpoint_components.proto. */
import type { Endpoint, EndpointHealthCheck } from '../../2-validate/generated/types.ts';
import type { Messages } from '../../xds/index.ts';
import { socketAddress } from '../address.ts';

/** Envoy prefers the host name of an endpoint to the one that a check gives. */
export function healthCheckConfig(
  { hostname, healthCheck, port }: Endpoint,
  checksHostnames: boolean,
): Pick<Messages['envoy.config.endpoint.v3.Endpoint'], 'health_check_config'> {
  const config = {
    ...(healthCheck && endpointHealthCheck(healthCheck, port)),
    ...(hostname !== undefined && checksHostnames && { hostname }),
  };
  return Object.keys(config).length > 0 ? { health_check_config: config } : {};
}

const endpointHealthCheck = ({ port, address, disabled }: EndpointHealthCheck, usual = 0) => ({
  // Another address has its port with it, and linking has made sure that there is one.
  ...(port !== undefined && address === undefined && { port_value: port }),
  ...(address !== undefined && { address: socketAddress(address, port ?? usual) }),
  ...(disabled && { disable_active_health_check: true }),
});
