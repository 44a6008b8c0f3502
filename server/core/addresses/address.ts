import ipaddr from "ipaddr.js";

/** How far requests on behalf of strangers may reach. */
export interface Reach {
  /** Private, loopback and other inner addresses too; never the metadata services of clouds. */
  allowPrivate: boolean;
}

/** Where clouds hand out credentials to whoever asks from inside. */
const metadataAddresses = new Set(
  ["169.254.169.254", "169.254.169.253", "169.254.170.2", "100.100.100.200", "fd00:ec2::254"].map((text) =>
    ipaddr.parse(text).toString(),
  ),
);

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

export const isAddress = (text: string): boolean => ipaddr.isValid(text);

/** isMetadataAddress("::ffff:169.254.169.254") // true */
export const isMetadataAddress = (text: string): boolean => metadataAddresses.has(unwrap(text).toString());

/**
 * Whether an address may not be talked to. What is not plainly public is refused, so that ranges invented later are as well.
 *
 * isRefusedAddress("10.0.0.1", { allowPrivate: false }) // true
 */
export function isRefusedAddress(text: string, { allowPrivate }: Reach): boolean {
  if (!ipaddr.isValid(text)) return true;
  if (isMetadataAddress(text)) return true;
  return !allowPrivate && !isPublic(unwrap(text));
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

/** The IPv4 address that an IPv6 one stands for, mapped or translated (RFC 6052), because that one is talked to. */
function unwrap(text: string): ipaddr.IPv4 | ipaddr.IPv6 {
  const address = ipaddr.process(text);
  if (address instanceof ipaddr.IPv4 || !address.match(nat64)) return address;
  return ipaddr.fromByteArray(address.toByteArray().slice(12));
}
