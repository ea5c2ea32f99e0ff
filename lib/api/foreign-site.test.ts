import { describe, expect, it } from "vitest";
import { baseUrl } from "@/lib/env";
import { isFromElsewhere } from "./foreign-site";

const host = "sightline.example";

describe("isFromElsewhere", () => {
  it.each([
    ["a program", { host }],
    ["a page of this site", { host, origin: `https://${host}`, "sec-fetch-site": "same-origin" }],
    ["a page of this site, in an old browser", { host, origin: `https://${host}` }],
    [
      "a page of this site behind a proxy",
      { host: "10.0.0.1:3000", origin: `https://${host}`, "sec-fetch-site": "same-origin" },
    ],
    [
      "the same in an old browser",
      { host: "10.0.0.1:3000", "x-forwarded-host": host, origin: `https://${host}` },
    ],
    ["the address that the site was given", { host: "10.0.0.1:3000", origin: baseUrl() }],
  ])("lets %s write", (_who, headers) => {
    expect(isFromElsewhere(new Headers(headers))).toBe(false);
  });

  it.each([
    ["another site", { host, origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["another site in an old browser", { host, origin: "https://evil.example" }],
    [
      "another host of the same domain",
      { host, origin: `https://blog.${host}`, "sec-fetch-site": "same-site" },
    ],
    ["a sandboxed frame", { host, origin: "null" }],
    ["another site that sends no origin", { host, "sec-fetch-site": "cross-site" }],
  ])("refuses %s", (_who, headers) => {
    expect(isFromElsewhere(new Headers(headers))).toBe(true);
  });
});
