/** Query parameters that name a campaign, a click or a share, never the article. */
const trackingParameters =
  /^(utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|oly_anon_id|oly_enc_id|vero_id|wickedid|s_cid|cmpid|ocid|smid|smtyp|ref_src|ref_url|at_medium|at_campaign|at_custom\d|ns_\w+|pk_\w+|piwik_\w+|mtm_\w+|srsltid|spm|share_id|sharetype|traffic_source|__twitter_impression)$/i;

/** The longest address that is stored, in characters. */
const maxUrlLength = 2_000;

/**
 * One address for one article: http(s) only, host in lower case, no default port, credentials,
 * fragment or tracking parameters, the other parameters in order, no slash at the end except for the
 * front page. Null for text that is no such address.
 */
export function canonicalUrl(text: string): string | null {
  const url = httpUrl(text);
  if (!url) return null;
  url.hash = "";
  url.username = "";
  url.password = "";
  url.hostname = url.hostname.replace(/\.$/, "");
  for (const name of [...url.searchParams.keys()]) {
    if (trackingParameters.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  const canonical = url.toString().replace(/\?$/, "");
  return canonical.length <= maxUrlLength ? canonical : null;
}

/** The http or https address that a text is, or null. */
export function httpUrl(text: string, base?: string): URL | null {
  const url = URL.parse(text.trim(), base);
  return url && /^https?:$/.test(url.protocol) && url.hostname !== "" ? url : null;
}

/** Whether two hosts are one site: the same, or one inside the other, www and mobile names aside. */
export function isSameSite(hostA: string, hostB: string): boolean {
  const [a, b] = [hostA, hostB].map((host) =>
    host
      .toLowerCase()
      .replace(/\.$/, "")
      .replace(/^(www\d?|m|mobile|amp)\./, ""),
  );
  if (!a || !b) return false;
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
