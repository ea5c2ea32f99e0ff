import "server-only";
import { Readability } from "@mozilla/readability";
import { maxPageBytes } from "@/lib/articles/intake/decode";
import { normaliseText } from "@/lib/articles/intake/normalise-text";
import { withPage } from "@/lib/articles/intake/page-document";
import { type PageMetadata, readMetadata } from "@/lib/articles/intake/page-metadata";
import { textOf } from "@/lib/articles/intake/page-text";
import { AppError } from "@/lib/errors";
import { oneLine } from "@/lib/one-line";

export type ReadPage = Omit<PageMetadata, "body" | "title"> & {
  title: string;
  direction: "ltr" | "rtl";
  /** Paragraphs parted by empty lines, normalised as a stored text is. */
  text: string;
};

/** Shorter texts are teasers: whatever else of the page is longer is taken instead. */
const teaserLength = 250;

/**
 * Reads an article out of a page: no scripts run and nothing is loaded. The text is Readability's, or
 * the page's own data or body where that found only a teaser. Throws AppError: too-large for a page too
 * large, deep or slow to read, invalid-input for one without text.
 */
export function readPage(html: string, url: string | null = null): ReadPage {
  if (html.length > maxPageBytes) {
    throw new AppError("too-large", {
      message: "The page is larger than 5 MB. Paste the article's text instead.",
    });
  }
  const found = withPage(html, url ?? undefined, (document) => {
    const { body, ...metadata } = readMetadata(document, url);
    const whole = document.body ? wholeText(document) : "";
    const documentTitle = oneLine(document.title);
    // Readability takes the document apart, so it comes last.
    const report = new Readability<Element | null>(document, {
      serializer: (node) => (node.nodeType === 1 ? (node as Element) : null),
      disableJSONLD: false,
    }).parse();
    return {
      metadata,
      title: oneLine(report?.title ?? "") || metadata.title || documentTitle,
      byline: oneLine(report?.byline ?? "") || metadata.byline,
      publisherName: metadata.publisherName ?? (oneLine(report?.siteName ?? "") || null),
      text: bestText(report?.content ? textOf(report.content) : "", body, whole),
    };
  });
  const { metadata, byline, publisherName } = found;
  if (!/\p{L}/u.test(found.text)) {
    throw new AppError("invalid-input", {
      message:
        "No text was found on the page: it may need scripts or a sign-in. Paste the article's text instead.",
    });
  }
  const { text, direction, language } = normaliseText(found.text);
  return {
    title: (found.title || firstWords(text)).slice(0, 500).toWellFormed(),
    byline: byline?.slice(0, 300).toWellFormed() ?? null,
    publisherName: publisherName ?? hostName(metadata.canonicalUrl),
    publishedAt: metadata.publishedAt,
    publishedAtFrom: metadata.publishedAtFrom,
    language: metadata.language ?? language,
    direction,
    canonicalUrl: metadata.canonicalUrl,
    text,
  };
}

/** The beginning of a text, at most 120 characters, for a page that has no title. */
function firstWords(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return line.length <= 120 ? line : `${line.slice(0, 119).replace(/\s+\S*$/, "")}…`;
}

/** The words of the main part of a page, for pages in which Readability finds no article. */
function wholeText(document: Document): string {
  const main = document.querySelector("article, main, [role='main']") ?? document.body;
  return textOf(main, new Set(["nav", "header", "footer", "aside", "form"]));
}

function bestText(report: string, data: string | null, whole: string): string {
  if (report.length >= teaserLength) return report;
  const plain = data ? data.replace(/<[^>]{0,500}>/g, " ") : "";
  if (plain.length >= teaserLength && plain.length > report.length) return plain;
  return report !== "" && report.length * 2 > whole.length ? report : whole || report;
}

function hostName(url: string | null): string | null {
  return url ? (URL.parse(url)?.hostname.replace(/^www\./, "") ?? null) : null;
}
