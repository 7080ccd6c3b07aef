/** Ranges of addresses as Envoy has them. */
import { parseCidr } from '../2-validate/formats/address.ts';
import type { Messages } from '../xds/index.ts';

export const cidrRange = (range: string): Messages['envoy.config.core.v3.CidrRange'] => {
  const cidr = parseCidr(range);
  return { address_prefix: cidr?.address ?? '', prefix_len: cidr?.length ?? 0 };
};

/** Whoever is in a range: the client as headers and the PROXY protocol tell it, or the peer that connected. */
export const principalInRange = (
  range: string,
  address: 'client' | 'peer',
): Messages['envoy.config.rbac.v3.Principal'] =>
  address === 'client' ? { remote_ip: cidrRange(range) } : { direct_remote_ip: cidrRange(range) };
