import ipaddr from "ipaddr.js";

/** Metadata services of cloud providers that live outside the private ranges, or deserve their name. */
const metadataAddresses: ReadonlySet<string> = new Set([
  "169.254.169.254",
  "169.254.170.2",
  "168.63.129.16",
  "100.100.100.200",
  "192.0.0.192",
  "fd00:ec2::254",
  "fd20:ce::254",
]);

/** IANA special-purpose registries (RFC 6890), as ipaddr.js names their ranges. */
const reasons: Readonly<Record<string, string>> = {
  unspecified: "an unspecified address",
  broadcast: "a broadcast address",
  multicast: "a multicast address",
  linkLocal: "a link-local address",
  loopback: "this machine itself (a loopback address)",
  carrierGradeNat: "an address inside a provider's network",
  private: "an address inside a private network",
  uniqueLocal: "an address inside a private network",
  reserved: "a reserved address",
  benchmarking: "a reserved address",
  amt: "a reserved address",
  as112: "a reserved address",
  as112v6: "a reserved address",
  orchid2: "a reserved address",
  droneRemoteIdProtocolEntityTags: "a reserved address",
  ipv4Mapped: "an IPv4 address in IPv6 form",
  rfc6145: "an IPv4 address translated to IPv6",
  rfc6052: "an IPv4 address translated to IPv6",
  "6to4": "an IPv4 address tunnelled in IPv6",
  teredo: "an IPv4 address tunnelled in IPv6",
};

// Not in ipaddr.js: 6to4 relays (RFC 7526), and what of 2001::/23 (RFC 2928) and 3ffe::/16 is no public host.
const moreReserved = ["192.88.99.0/24", "2001::/23", "3ffe::/16", "5f00::/16"].map((range) =>
  ipaddr.parseCIDR(range),
);
const globalUnicast = ipaddr.parseCIDR("2000::/3");
const translations = ["64:ff9b::/96", "64:ff9b:1::/48"].map((range) => ipaddr.parseCIDR(range));

/**
 * Why the server must not connect to an IP address, as a noun phrase ("a link-local address"); null
 * for a public one. An address that only wraps an IPv4 address is refused whatever is inside.
 */
export function refusedAddressReason(ip: string): string | null {
  const bare = ip.replace(/^\[|\]$/g, "");
  if (!ipaddr.isValid(bare) || bare.includes("%")) return "not a public IP address";
  const address = ipaddr.parse(bare);
  if (metadataAddresses.has(address.toString())) return "a cloud provider's metadata service";
  const range = address.range();
  if (range !== "unicast") return reasons[range] ?? "a reserved address";
  if (translations.some((block) => matches(address, block))) return reasons.rfc6052 ?? null;
  if (moreReserved.some((block) => matches(address, block))) return "a reserved address";
  if (address.kind() === "ipv6" && !matches(address, globalUnicast)) return "a reserved address";
  return null;
}

function matches(
  address: ReturnType<typeof ipaddr.parse>,
  block: ReturnType<typeof ipaddr.parseCIDR>,
): boolean {
  return address.kind() === block[0].kind() && address.match(block);
}
