import { baseUrl } from "@/lib/env";

/**
 * True when a browser says that a page of another site sends the request. Sec-Fetch-Site cannot be set by
 * pages and knows nothing of proxies; browsers without it are judged by their Origin.
 */
export function isFromElsewhere(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) {
    return site !== "same-origin" && site !== "none";
  }
  const origin = headers.get("origin");
  if (origin === null) {
    return false;
  }
  const host = URL.canParse(origin) ? new URL(origin).host : null;
  const own = [headers.get("x-forwarded-host"), headers.get("host"), new URL(baseUrl()).host];
  return host === null || !own.includes(host);
}
