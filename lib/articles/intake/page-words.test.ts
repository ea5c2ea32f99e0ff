import { describe, expect, it } from "vitest";
import { readPage } from "./read-page";

describe("readPage", () => {
  it("gives a title, byline and publisher that can be stored, whatever the page's data holds", () => {
    const data = {
      "@type": "NewsArticle",
      headline: "A\0 B\ud800",
      author: { name: "X\0" },
      publisher: { name: "P\0" },
    };
    const paragraph =
      "<p>Three rockets landed near the base on Monday, and nobody was hurt, officials said.</p>";
    const page = readPage(
      `<html><head><title>T</title><script type="application/ld+json">${JSON.stringify(data)}</script></head>
       <body><article>${paragraph.repeat(8)}</article></body></html>`,
    );
    for (const text of [page.title, page.byline, page.publisherName]) {
      expect(text).not.toBeNull();
      expect(text).not.toMatch(/\0/);
      expect(text?.isWellFormed()).toBe(true);
    }
  });
});
