import { isAddress, isMetadataAddress, isRefusedAddress, type Reach } from "./address.js";

const metadataHosts = new Set(["metadata.google.internal", "metadata.google.com"]);

/**
 * Why no request may go to a URL, as the end of a sentence that begins with its name; null if its text allows it. A host
 * name must be judged again by the address it resolves to.
 *
 * refusalOfTarget("ftp://a.example", { allowPrivate: false }) // "must begin with http:// or https://"
 */
export function refusalOfTarget(text: string, reach: Reach): string | null {
  if (!URL.canParse(text)) return "must be a URL";
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return "must begin with http:// or https://";
  if (url.username !== "" || url.password !== "") return "must not hold a user name or password";
  const host = hostOf(url);
  if (metadataHosts.has(host) || (isAddress(host) && isMetadataAddress(host)))
    return "must not point to a cloud's metadata service";
  const isRefused = isAddress(host) ? isRefusedAddress(host, reach) : !reach.allowPrivate && isLocalName(host);
  return isRefused ? "must not point to a private, loopback or reserved address" : null;
}

/** Without the brackets of IPv6 and the dot that may end a full name. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");

const isLocalName = (host: string): boolean => host === "localhost" || host.endsWith(".localhost");
