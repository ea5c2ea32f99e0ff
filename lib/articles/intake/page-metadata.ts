import { canonicalUrl, httpUrl, isSameSite } from "@/lib/articles/intake/canonical-url";
import { linkedData, type ReportData } from "@/lib/articles/intake/linked-data";
import { readPageDate } from "@/lib/articles/intake/page-date";
import { oneLine } from "@/lib/one-line";

export type PageMetadata = {
  title: string | null;
  byline: string | null;
  publisherName: string | null;
  /** ISO 8601, with its zone where the page gives one. */
  publishedAt: string | null;
  /** Which element said so, such as "json-ld" or "article:published_time". */
  publishedAtFrom: string | null;
  /** BCP 47 as the page declares it. */
  language: string | null;
  canonicalUrl: string | null;
  /** The article's text where the page carries it as data; null otherwise. */
  body: string | null;
};

/** What a page says about itself: JSON-LD first, then meta elements, then its own markup. */
export function readMetadata(document: Document, url: string | null): PageMetadata {
  const data = linkedData(document);
  const meta = metaReader(document);
  const date = publishedAt(document, data, meta);
  return {
    title: clean(
      data.headline ?? meta("og:title", "twitter:title", "citation_title", "parsely-title", "dc.title"),
      500,
    ),
    byline: clean(data.author ?? bylineOf(meta), 300),
    publisherName: clean(
      data.publisher ?? meta("og:site_name", "application-name", "citation_journal_title", "dc.publisher"),
      200,
    ),
    publishedAt: date?.value ?? null,
    publishedAtFrom: date?.from ?? null,
    language: languageOf(document, data, meta),
    canonicalUrl: addressOf(document, meta, url),
    body: data.body,
  };
}

type MetaReader = (...names: string[]) => string | null;

/** Finds the first of several meta elements by name, property or itemprop, whatever their case. */
function metaReader(document: Document): MetaReader {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.trim();
    if (!content) continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      for (const name of element.getAttribute(attribute)?.toLowerCase().trim().split(/\s+/) ?? []) {
        if (name && !values.has(name)) values.set(name, content);
      }
    }
  }
  return (...names) => {
    for (const name of names) {
      const value = values.get(name);
      if (value) return value;
    }
    return null;
  };
}

const dateNames = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "citation_publication_date",
  "citation_date",
  "dc.date.issued",
  "dcterms.issued",
  "dc.date",
  "dcterms.date",
  "dc.date.created",
  "dcterms.created",
  "publish-date",
  "publication_date",
  "pubdate",
  "date",
];

function publishedAt(document: Document, data: ReportData, meta: MetaReader) {
  const candidates: { from: string; written: string | null }[] = [
    { from: "json-ld", written: data.publishedAt },
    ...dateNames.map((name) => ({ from: name, written: meta(name) })),
    ...[
      '[itemprop~="datePublished"][datetime]',
      "time[pubdate][datetime]",
      "time.entry-date.published[datetime]",
      "article time[datetime]",
      "main time[datetime]",
      "header time[datetime]",
    ].map((selector) => ({
      from: "time element",
      written: document.querySelector(selector)?.getAttribute("datetime") ?? null,
    })),
  ];
  for (const { from, written } of candidates) {
    const value = written ? readPageDate(written) : null;
    if (value) return { value, from };
  }
  return null;
}

function bylineOf(meta: MetaReader): string | null {
  const author = meta(
    "article:author_name",
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "citation_author",
    "article:author",
    "byl",
  );
  // Some pages give the address of the author's profile instead of a name.
  return author && !/^https?:/i.test(author) ? author.replace(/^by\s+/i, "") : null;
}

function languageOf(document: Document, data: ReportData, meta: MetaReader): string | null {
  const declared =
    document.documentElement.getAttribute("lang") ??
    document.body?.getAttribute("lang") ??
    meta("og:locale", "content-language", "dc.language") ??
    data.language;
  const tag = declared?.trim().replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

/**
 * The address the page gives itself, when it is of the same site and not merely the front page, which
 * some templates name on every page; else the address the page came from.
 */
function addressOf(document: Document, meta: MetaReader, url: string | null): string | null {
  const from = url ? httpUrl(url) : null;
  for (const href of [
    document.querySelector('link[rel~="canonical" i]')?.getAttribute("href"),
    meta("og:url"),
  ]) {
    const declared = href ? httpUrl(href, from?.href) : null;
    if (!declared) continue;
    if (!from) return canonicalUrl(declared.href);
    const isFrontPage = declared.pathname === "/" && declared.search === "" && from.pathname !== "/";
    if (isSameSite(declared.hostname, from.hostname) && !isFrontPage) return canonicalUrl(declared.href);
  }
  return from ? canonicalUrl(from.href) : null;
}

function clean(text: string | null, maxLength: number): string | null {
  const words = oneLine(text ?? "")
    .slice(0, maxLength)
    .toWellFormed();
  return words === "" ? null : words;
}
