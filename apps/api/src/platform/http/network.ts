import ipaddr from 'ipaddr.js';

/**
 * What requests are counted by: an IPv4 address, or the network of 64 bits of an IPv6 address,
 * since who has one address of it has them all. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const known = ipaddr.process(address);
  if (known instanceof ipaddr.IPv4) return known.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${known.toNormalizedString()}/64`).toString();
}
