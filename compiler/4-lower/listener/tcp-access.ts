/**
 * Who may connect to a TcpRoute, as conditions on its filter chain. A filter that judges addresses would come too late:
 * Envoy's asks for the first byte of the client, and by then an upstream that speaks first has spoken.
 *
 * Source: envoy/config/listener/v3/listener_components.proto, FilterChainMatch
 */
import type { TcpAccess } from '../../2-validate/generated/types.ts';
import { canonicalCidr, isWithin } from '../../2-validate/formats/address.ts';
import type { Messages } from '../../xds/index.ts';
import { cidrRange } from '../cidr.ts';

type EnvoyFilterChain = Messages['envoy.config.listener.v3.FilterChain'];

/**
 * The chain, restricted to those who may connect, and an empty one for the denied, whose connections Envoy closes. Of
 * ranges that overlap Envoy takes the narrowest, so that those that may connect go where a denied range has all of them.
 */
export function restricted(chain: EnvoyFilterChain, access: TcpAccess | undefined): readonly EnvoyFilterChain[] {
  if (!access) return [chain];
  const { allow, deny = [], address } = access;
  const from = (name: string | undefined, ranges: readonly string[], rest: EnvoyFilterChain): EnvoyFilterChain => ({
    ...rest,
    name,
    filter_chain_match: { ...chain.filter_chain_match, ...sources(ranges, address) },
  });
  const allowed = allow?.filter((range) => !deny.some((denied) => isWithin(range, denied)));
  return [
    ...(allowed === undefined ? [chain] : []),
    ...(allowed && allowed.length > 0 ? [from(chain.name, allowed, chain)] : []),
    ...(deny.length > 0 ? [from(`${chain.name ?? ''} denied`, deny, {})] : []),
  ];
}

/** Envoy refuses a range that is there twice, also if it is written in two ways. */
function sources(ranges: readonly string[], address: TcpAccess['address']): EnvoyFilterChain['filter_chain_match'] {
  const distinct = [...new Set(ranges.map(canonicalCidr))].map(cidrRange);
  return address === 'client' ? { source_prefix_ranges: distinct } : { direct_source_prefix_ranges: distinct };
}
