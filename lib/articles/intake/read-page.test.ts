import { describe, expect, it } from "vitest";
import { withPage } from "@/lib/articles/intake/page-document";
import { readPage } from "@/lib/articles/intake/read-page";

const sentence =
  "Three rockets hit the base in the province on Monday afternoon, the spokesperson said, without casualties. ";
const body = `<p>${sentence.repeat(3)}</p><p>${sentence.repeat(2)}</p>`;
const page = (head: string, content = body, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head>${head}</head><body><nav><a href="/">Home</a></nav><article><h1>Rockets hit a base</h1>${content}</article><footer>All rights reserved</footer></body></html>`;
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const url = "https://www.example.org/news/rockets?utm_source=x";

describe("the text of a page", () => {
  it("is its paragraphs, without what surrounds them", () => {
    const content = `<p>${sentence.repeat(3)}</p><p>One<br>two<br><br>three ${sentence}</p><ul><li>Killed: 0</li><li>Injured: 3</li></ul><blockquote>“${sentence}”</blockquote><script>alert(1)</script><style>p{}</style>`;
    const { text } = readPage(page("<title>Rockets</title>", content), url);
    expect(text).toContain(`said, without casualties.\n\nOne\ntwo\n\nthree Three`);
    expect(text).toContain("Killed: 0\n\nInjured: 3\n\n“Three");
    expect(text).not.toMatch(/alert|p\{\}|Home|All rights/);
  });

  it("is taken from the page's data when the page shows a teaser only", () => {
    const data = { "@type": "NewsArticle", headline: "Rockets", articleBody: sentence.repeat(8) };
    expect(readPage(page(linked(data), "<p>Sign in to read.</p>"), url).text).toBe(sentence.repeat(8).trim());
  });

  it("has the direction of its letters", () => {
    const arabic = "قال المتحدث إن ثلاثة صواريخ سقطت على القاعدة في محافظة الأنبار دون وقوع إصابات. ".repeat(
      5,
    );
    const read = readPage(page("<title>صواريخ</title>", `<p>${arabic}</p>`, ""), url);
    expect(read).toMatchObject({ direction: "rtl", language: "ar" });
  });

  it.each([
    ["", "No text was found"],
    ["<html><body><div id=root></div><script>render()</script></body></html>", "may need scripts"],
    ["x".repeat(5_000_001), "larger than 5 MB"],
  ])("refuses %.30j", (html, part) => expect(() => readPage(html, url)).toThrow(part));
});

describe("what a page says about itself", () => {
  it("is read from JSON-LD, with references and lists", () => {
    const graph = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "Organization", "@id": "#us", name: "Example News" },
        { "@type": "Person", "@id": "#a", name: "Ann Author" },
        {
          "@type": ["ReportageNewsArticle"],
          headline: "Rockets hit  a base",
          datePublished: "2021-07-06T10:30:00+0300",
          author: [{ "@id": "#a" }, { "@type": "Person", name: "Bob Writer" }],
          publisher: { "@id": "#us" },
          inLanguage: "en-GB",
        },
      ],
    };
    expect(readPage(page(linked(graph), body, ""), url)).toMatchObject({
      title: "Rockets hit a base",
      byline: "Ann Author, Bob Writer",
      publisherName: "Example News",
      publishedAt: "2021-07-06T10:30:00+03:00",
      publishedAtFrom: "json-ld",
      language: "en-GB",
    });
  });

  it.each([
    ['<meta property="article:published_time" content="2021-07-06T07:30:00Z">', "2021-07-06T07:30:00Z"],
    ['<meta name="DC.date.issued" content="2021-07-06">', "2021-07-06"],
    ['<meta name="citation_publication_date" content="2021/07/06">', "2021-07-06"],
    ['<meta name="parsely-pub-date" content="2021-07-06 07:30:15">', "2021-07-06T07:30:15"],
    ['<meta name="date" content="Tue, 06 Jul 2021 10:30:00 +0300">', "2021-07-06T07:30:00Z"],
    ['<meta name="pubdate" content="20210706T073000+00:00">', "2021-07-06T07:30:00Z"],
    ['<meta name="pubdate" content="6 July 2021">', "2021-07-06"],
    ['<meta name="date" content="6/7/2021">', null],
    ['<meta name="date" content="2021-02-30">', null],
    ['<meta name="date" content="yesterday">', null],
    [`<script type="application/ld+json">{"datePublished": broken</script>`, null],
  ])("dates: %s", (head, publishedAt) => {
    expect(readPage(page(head), url).publishedAt).toBe(publishedAt);
  });

  it("dates: a time element of the article", () => {
    const read = readPage(page("", `<time datetime="2021-07-06T10:30+03">6 July</time>${body}`), url);
    expect(read).toMatchObject({ publishedAt: "2021-07-06T10:30:00+03:00", publishedAtFrom: "time element" });
  });

  it.each([
    ['<link rel="canonical" href="/news/rockets-hit">', "https://www.example.org/news/rockets-hit"],
    ['<link rel="canonical" href="https://example.org/news/1/?fbclid=2">', "https://example.org/news/1"],
    ['<link rel="canonical" href="https://www.example.org/">', "https://www.example.org/news/rockets"],
    ['<link rel="canonical" href="https://elsewhere.test/a">', "https://www.example.org/news/rockets"],
    ['<link rel="canonical" href="javascript:alert(1)">', "https://www.example.org/news/rockets"],
    ['<meta property="og:url" content="https://www.example.org/og">', "https://www.example.org/og"],
    ["", "https://www.example.org/news/rockets"],
  ])("its address: %s", (head, canonical) => expect(readPage(page(head), url).canonicalUrl).toBe(canonical));

  it("an uploaded page may name its own address, or have none", () => {
    const named = page('<link rel="canonical" href="https://elsewhere.test/a">');
    expect(readPage(named)).toMatchObject({
      canonicalUrl: "https://elsewhere.test/a",
      publisherName: "elsewhere.test",
    });
    expect(readPage(page("<title>Rockets</title>"))).toMatchObject({
      canonicalUrl: null,
      publisherName: null,
    });
  });
});

describe("hostile pages", () => {
  it.each([
    ["deep nesting", "<div>".repeat(100_000), "nested more than 256 levels deep"],
    ["deep nesting behind wrong end tags", "<div></span>".repeat(100_000), "nested more than 256"],
    [
      "formatting that multiplies",
      `<p>${Array.from({ length: 200 }, (_, i) => `<b id=${i}>`).join("")}${"<p>x".repeat(20_000)}`,
      "more than",
    ],
    ["very many elements", "<p>a</p>".repeat(200_000), "more than 50,000 elements"],
  ])("%s: refused at once", (_name, html, part) => {
    expect(() => readPage(html, url)).toThrow(part);
  });

  it("a page that takes too long is given up", () => {
    const html = `<p ${Array.from({ length: 300_000 }, (_, i) => `a${i}`).join(" ")}>x</p>`;
    expect(() => withPage(html, undefined, () => null, 300)).toThrow("takes longer than 0.3 seconds");
  });

  it("scripts do not run and nothing is loaded", () => {
    const html = page(
      `<script>document.title = "changed"</script><link rel="stylesheet" href="http://127.0.0.1:1/x.css">`,
      `<img src="http://127.0.0.1:1/x.png" onerror="document.title='changed'"><iframe src="http://127.0.0.1:1/"></iframe>${body}`,
    );
    withPage(html, url, (document) => {
      expect(document.title).toBe("");
      expect(document.querySelectorAll("script, link[rel=stylesheet], iframe")).toHaveLength(0);
    });
  });

  it("JSON-LD nested without end is passed over", () => {
    const html = page(
      `<script type="application/ld+json">${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}</script>`,
    );
    expect(readPage(html, url).text).toContain("Three rockets");
  });
});
