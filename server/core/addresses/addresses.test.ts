import { describe, expect, test } from "vitest";
import { isMetadataAddress, isRefusedAddress, refusalOfTarget } from "./index.js";

const strict = { allowPrivate: false };
const open = { allowPrivate: true };

describe("isRefusedAddress", () => {
  test.each([
    ["an ordinary server", "93.184.216.34"],
    ["the address before the private ones", "9.255.255.255"],
    ["the address after 172.16/12", "172.32.0.1"],
    ["an ordinary IPv6 server", "2606:2800:220:1:248:1893:25c8:1946"],
    ["a public address mapped into IPv6", "::ffff:93.184.216.34"],
    ["a public address translated for an IPv6-only network", "64:ff9b::5db8:d822"],
  ])("%s is allowed", (_, address) => expect(isRefusedAddress(address, strict)).toBe(false));

  test.each([
    ["loopback", "127.0.0.1"],
    ["any loopback", "127.255.3.4"],
    ["this host", "0.0.0.0"],
    ["private 10/8", "10.1.2.3"],
    ["private 172.16/12", "172.31.255.255"],
    ["private 192.168/16", "192.168.0.1"],
    ["link-local", "169.254.1.1"],
    ["carrier-grade NAT", "100.64.0.1"],
    ["benchmarking", "198.19.0.1"],
    ["protocol assignments", "192.0.0.8"],
    ["documentation", "203.0.113.9"],
    ["multicast", "224.0.0.1"],
    ["reserved", "250.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["IPv6 loopback", "::1"],
    ["IPv6 unspecified", "::"],
    ["loopback mapped into IPv6", "::ffff:127.0.0.1"],
    ["private, mapped, in hex", "::ffff:c0a8:1"],
    ["loopback in the old compatible form", "::127.0.0.1"],
    ["private, translated", "64:ff9b::a00:1"],
    ["6to4 around a private address", "2002:a00:1::"],
    ["Teredo", "2001::1"],
    ["unique-local", "fd12:3456::1"],
    ["IPv6 link-local", "fe80::1"],
    ["old site-local", "fec0::1"],
    ["IPv6 multicast", "ff02::1"],
    ["IPv6 documentation", "2001:db8::1"],
    ["outside the global unicast space", "4000::1"],
    ["no address at all", "example.com"],
  ])("%s is refused", (_, address) => expect(isRefusedAddress(address, strict)).toBe(true));

  test.each(["127.0.0.1", "10.1.2.3", "::1", "fd12::1", "::ffff:192.168.0.1"])("%s is allowed on request", (address) =>
    expect(isRefusedAddress(address, open)).toBe(false),
  );

  test.each([
    "169.254.169.254",
    "169.254.169.253",
    "169.254.170.2",
    "100.100.100.200",
    "fd00:ec2::254",
    "fd00:0ec2:0:0::0254",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
  ])("the metadata service at %s is refused always", (address) => {
    expect(isRefusedAddress(address, open)).toBe(true);
    expect(isMetadataAddress(address)).toBe(true);
  });
});

describe("refusalOfTarget", () => {
  test.each([
    "https://your-app.com/webhook",
    "http://example.com:8080/a?b=c#d",
    "https://93.184.216.34/x",
    "https://[2606:2800:220:1::1]/x",
    "https://localhost.example.com/",
  ])("%s may be called", (url) => expect(refusalOfTarget(url, strict)).toBeNull());

  test.each([
    ["not a url", "must be a URL"],
    ["", "must be a URL"],
    ["//example.com", "must be a URL"],
    ["http://", "must be a URL"],
    ["ftp://example.com/x", "must begin with http:// or https://"],
    ["javascript:alert(1)", "must begin with http:// or https://"],
    ["file:///etc/passwd", "must begin with http:// or https://"],
    ["https://user@example.com/", "must not hold a user name or password"],
    ["https://user:word@example.com/", "must not hold a user name or password"],
    ["http://localhost:3000/", "must not point to a private, loopback or reserved address"],
    ["http://LOCALHOST./", "must not point to a private, loopback or reserved address"],
    ["http://a.localhost/", "must not point to a private, loopback or reserved address"],
    ["http://127.0.0.1/", "must not point to a private, loopback or reserved address"],
    ["http://127.1/", "must not point to a private, loopback or reserved address"],
    ["http://2130706433/", "must not point to a private, loopback or reserved address"],
    ["http://0x7f.0.0.1/", "must not point to a private, loopback or reserved address"],
    ["http://①②⑦.0.0.1/", "must not point to a private, loopback or reserved address"],
    ["http://[::1]/", "must not point to a private, loopback or reserved address"],
    ["http://[::ffff:10.0.0.1]/", "must not point to a private, loopback or reserved address"],
    ["http://169.254.169.254/latest", "must not point to a cloud's metadata service"],
  ])("%s %s", (url, refusal) => expect(refusalOfTarget(url, strict)).toBe(refusal));

  test.each(["http://localhost:3000/", "http://127.0.0.1/", "http://[::1]:1/"])("%s may be called on request", (url) =>
    expect(refusalOfTarget(url, open)).toBeNull(),
  );

  test.each([
    "http://169.254.169.254/",
    "http://0xa9fea9fe/",
    "http://[::ffff:169.254.169.254]/",
    "http://[fd00:ec2::254]/",
    "http://metadata.google.internal/",
    "http://METADATA.google.internal./",
    "https://metadata.google.com/",
  ])("%s is a metadata service whatever is allowed", (url) =>
    expect(refusalOfTarget(url, open)).toBe("must not point to a cloud's metadata service"),
  );
});
