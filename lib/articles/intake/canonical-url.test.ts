import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalUrl, isSameSite } from "@/lib/articles/intake/canonical-url";

describe("canonicalUrl", () => {
  it.each([
    ["HTTPS://News.Example.ORG:443/a/b/?utm_source=x&id=7#top", "https://news.example.org/a/b?id=7"],
    ["http://example.org", "http://example.org/"],
    ["http://example.org:80/?fbclid=1", "http://example.org/"],
    ["https://example.org:8443/a", "https://example.org:8443/a"],
    ["https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"],
    ["https://user:secret@example.org/a", "https://example.org/a"],
    ["https://example.org./a", "https://example.org/a"],
    ["https://example.org//a///b/", "https://example.org/a/b"],
    ["https://بي-بي-سي.example/خبر", "https://xn-----etdb0dwhcc.example/%D8%AE%D8%A8%D8%B1"],
    ["  https://example.org/a  ", "https://example.org/a"],
  ])("%s", (given, expected) => expect(canonicalUrl(given)).toBe(expected));

  it.each([
    "",
    "example.org/a",
    "ftp://example.org/a",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://",
  ])("%s is no address of an article", (given) => expect(canonicalUrl(given)).toBeNull());

  it("refuses addresses that are too long to store", () => {
    expect(canonicalUrl(`https://example.org/${"a".repeat(3000)}`)).toBeNull();
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url);
        if (once !== null) expect(canonicalUrl(once)).toBe(once);
      }),
    );
  });
});

it("tells sites apart", () => {
  expect(isSameSite("www.example.org", "m.example.org")).toBe(true);
  expect(isSameSite("news.example.org", "example.org")).toBe(true);
  expect(isSameSite("example.org", "badexample.org")).toBe(false);
  expect(isSameSite("example.org", "")).toBe(false);
});
