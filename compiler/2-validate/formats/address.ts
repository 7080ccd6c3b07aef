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
