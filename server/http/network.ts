import ipaddr from "ipaddr.js";

/**
 * Whom an address stands for: an IPv4 address itself; of an IPv6 address the /64 network, because one household or machine
 * has all of it (RFC 6177).
 */
export function networkOf(address: string): string {
  // The common case costs no parse.
  if (!address.includes(":")) return address;
  if (!ipaddr.IPv6.isValid(address)) return address;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
