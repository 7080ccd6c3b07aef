/** Where endpoints are. Source: envoy/config/endpoint/v3/endpoint_components.proto. */
import type { Endpoint } from '../../2-validate/generated/types.ts';
import { compare } from '../../compare.ts';
import type { Messages } from '../../xds/index.ts';
import { socketAddress } from '../address.ts';

type Address = Pick<Messages['envoy.config.endpoint.v3.Endpoint'], 'address' | 'additional_addresses'>;

/** Envoy tries the additional addresses as well, and keeps the first connection that is made. */
export function endpointAddress({ address, port, additionalAddresses, unixSocket }: Endpoint): Address {
  if (unixSocket !== undefined) return { address: { pipe: { path: unixSocket } } };
  if (address === undefined || port === undefined)
    throw new Error('an endpoint has no address, which linking let pass');
  return {
    address: socketAddress(address, port),
    ...(additionalAddresses && {
      additional_addresses: additionalAddresses.map((more) => ({ address: socketAddress(more, port) })),
    }),
  };
}

export const byAddress = (a: Endpoint, b: Endpoint): number =>
  compare(placeOf(a), placeOf(b)) || (a.port ?? 0) - (b.port ?? 0);

const placeOf = ({ address, unixSocket }: Endpoint): string => address ?? unixSocket ?? '';
