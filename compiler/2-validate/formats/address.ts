import ipaddr from 'ipaddr.js';

/** Whether a text is an IPv4 address in four decimal parts, or an IPv6 address without a zone. */
export const isIpAddress = (text: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || (ipaddr.IPv6.isValid(text) && !text.includes('%'));

/** An address in the one way of all that mean the same: `0:0::` is `::`. */
export const canonicalAddress = (text: string): string => ipaddr.parse(text).toString();

/** Whether a text is `address/length`, or an address alone. */
export const isCidr = (text: string): boolean => parseCidr(text) !== undefined;

/** A CIDR range as Envoy has it; one address is a range of its whole length. Undefined if it is none. */
export function parseCidr(text: string): { readonly address: string; readonly length: number } | undefined {
  const [address = '', length, ...rest] = text.split('/');
  if (rest.length > 0 || !isIpAddress(address)) return undefined;
  const most = address.includes(':') ? 128 : 32;
  if (length === undefined) return { address, length: most };
  return /^\d{1,3}$/.test(length) && Number(length) <= most ? { address, length: Number(length) } : undefined;
}

/** A CIDR range by its first address, in the one way of all that mean the same: `10.1.2.3/8` is `10.0.0.0/8`. */
export function canonicalCidr(text: string): string {
  const { address, length } = parseCidr(text) ?? { address: text, length: 0 };
  const family = address.includes(':') ? ipaddr.IPv6 : ipaddr.IPv4;
  return `${family.networkAddressFromCIDR(`${address}/${length}`).toString()}/${length}`;
}

/** Whether all addresses of the inner range are in the outer one. */
export function isWithin(inner: string, outer: string): boolean {
  const [part, whole] = [parseCidr(inner), parseCidr(outer)];
  if (!part || !whole || part.length < whole.length) return false;
  const [first, network] = [ipaddr.parse(part.address), ipaddr.parse(whole.address)];
  return first.kind() === network.kind() && first.match(network, whole.length);
}
