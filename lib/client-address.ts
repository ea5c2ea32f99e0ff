import ipaddr from "ipaddr.js";

/** How many proxies stand before the server, or the ranges (CIDR) of their addresses. */
export type TrustedProxies = number | readonly string[];

/** "2", or "10.0.0.0/8, 2001:db8::1"; null when it is neither. */
export function readTrustedProxies(text: string): TrustedProxies | null {
  if (/^\d{1,2}$/.test(text.trim())) {
    return Number(text);
  }
  const ranges = text.split(",").map((range) => range.trim());
  return ranges.every((range) => rangeOf(range) !== null) ? ranges : null;
}

function rangeOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  if (ipaddr.isValidCIDR(text)) {
    return ipaddr.parseCIDR(text);
  }
  return ipaddr.isValid(text) && /[.:]/.test(text)
    ? [ipaddr.parse(text), ipaddr.parse(text).kind() === "ipv4" ? 32 : 128]
    : null;
}

/** The usual form of an address, IPv4 also where it came wrapped in IPv6; null for anything else. */
const plainAddress = (text: string): string | null =>
  /[.:]/.test(text) && ipaddr.isValid(text) ? ipaddr.process(text).toString() : null;

function isWithin(address: string, ranges: readonly string[]): boolean {
  const parsed = ipaddr.parse(address);
  return ranges.some((text) => {
    const range = rangeOf(text);
    return range !== null && range[0].kind() === parsed.kind() && parsed.match(range);
  });
}

/**
 * The address that a request came from. Whoever sends it can write what they like into x-forwarded-for, and
 * each proxy adds the address that it saw at the end; so only what trusted proxies added counts.
 * @param forwarded x-forwarded-for as it arrived
 * @param peer the other end of the connection
 */
export function clientAddress(
  forwarded: string | undefined,
  peer: string | undefined,
  trusted: TrustedProxies,
): string | null {
  const claimed = (forwarded ?? "").split(",").filter((hop) => hop.trim() !== "");
  let nearest: string | null = null;
  for (const [passed, hop] of [peer ?? "", ...claimed.reverse()].entries()) {
    const address = plainAddress(hop.trim());
    if (address === null) {
      return nearest;
    }
    nearest = address;
    const isProxy = typeof trusted === "number" ? passed < trusted : isWithin(address, trusted);
    if (!isProxy) {
      return nearest;
    }
  }
  return nearest;
}
