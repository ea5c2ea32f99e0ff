import { paragraphSpans, type Span } from "./segments";

/** A paragraph with the spans of it that are shown, or how many are left out from start on. */
export type ExcerptPart =
  | { kind: "shown"; paragraph: Span; spans: Span[] }
  | { kind: "hidden"; start: number; paragraphs: number };

/** Paragraphs up to this many characters are shown whole when they hold a quote. */
const WHOLE_PARAGRAPH = 800;
/** Characters kept on each side of a quote in a longer paragraph. */
const CONTEXT = 200;

/**
 * Whether somebody sees the whole text of an article, on its page and through the API. Articles belong to their
 * publishers, so it takes an account; demo articles are Sightline's own words.
 */
export const readsWholeText = (article: { demo: boolean }, isSignedIn: boolean): boolean =>
  article.demo || isSignedIn;

/**
 * What of an article's text is shown: the whole, or the paragraphs that hold a quote (of a long paragraph, the
 * quotes with a little around them).
 */
export function excerptOf(text: string, quotes: readonly Span[], whole: boolean): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  for (const paragraph of paragraphSpans(text)) {
    const spans = whole ? [paragraph] : shownSpans(text, paragraph, quotes);
    const last = parts.at(-1);
    if (spans.length > 0) {
      parts.push({ kind: "shown", paragraph, spans });
    } else if (last?.kind === "hidden") {
      last.paragraphs += 1;
    } else {
      parts.push({ kind: "hidden", start: paragraph.start, paragraphs: 1 });
    }
  }
  return parts;
}

function shownSpans(text: string, paragraph: Span, quotes: readonly Span[]): Span[] {
  const held = quotes
    .filter((quote) => quote.start < paragraph.end && quote.end > paragraph.start)
    .sort((a, b) => a.start - b.start);
  if (held.length === 0) return [];
  if (paragraph.end - paragraph.start <= WHOLE_PARAGRAPH) return [paragraph];
  const spans: Span[] = [];
  for (const quote of held) {
    const start = wordStart(text, Math.max(paragraph.start, quote.start - CONTEXT), paragraph, quote.start);
    const end = wordEnd(text, Math.min(paragraph.end, quote.end + CONTEXT), paragraph, quote.end);
    const last = spans.at(-1);
    if (last && start <= last.end + 1) {
      last.end = Math.max(last.end, end);
    } else {
      spans.push({ start, end });
    }
  }
  return spans;
}

function wordStart(text: string, from: number, paragraph: Span, limit: number): number {
  if (from <= paragraph.start) return paragraph.start;
  const space = text.slice(from, limit).search(/\s/);
  return space < 0 ? Math.min(from, limit) : from + space + 1;
}

function wordEnd(text: string, to: number, paragraph: Span, limit: number): number {
  if (to >= paragraph.end) return paragraph.end;
  const tail = text.slice(limit, to);
  const space = tail.search(/\s\S*$/);
  return space < 0 ? Math.max(to, limit) : limit + space;
}
