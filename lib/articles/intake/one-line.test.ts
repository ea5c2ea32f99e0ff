import { describe, expect, it } from "vitest";
import { oneLine } from "./one-line";
import { readPage } from "./read-page";

describe("oneLine", () => {
  it("keeps letters of any script and the marks they need", () => {
    expect(oneLine(" عين\u200fالأسد  – Ain al-Asad 🚀 ")).toBe("عين\u200fالأسد – Ain al-Asad 🚀");
  });

  it("takes out what cannot be stored or turns the text around it", () => {
    expect(oneLine("a\0b\r\nc\ud83d \u202egnp.exe\u2069")).toBe("a b c\ufffd gnp.exe");
  });
});

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
