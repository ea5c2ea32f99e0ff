import { type Entity, findEntities } from "@/lib/extraction/entities";
import type { Knowledge } from "@/lib/extraction/knowledge";
import { splitParagraphs } from "@/lib/extraction/paragraphs";
import { type PlaceContext, placeContext } from "@/lib/extraction/place-choice";
import { splitSentences } from "@/lib/extraction/sentences";
import { plainText, type Span } from "@/lib/extraction/text";
import { type Token, tokenize } from "@/lib/extraction/tokens";

/** A sentence with what extraction reads in it. */
type ReadSentence = Span & { tokens: Token[]; entities: Entity[] };

/** An article as quotes are looked up in it. */
export type ArticleIndex = {
  text: string;
  /** The text with plain marks, character for character in the same places. */
  plain: string;
  /** Spans of paragraphs that say again what an earlier one said. */
  repeated: readonly Span[];
  sentences: readonly ReadSentence[];
  places: PlaceContext;
};

/** Reads an article once for all the values that are to be checked against it. Linear in its length. */
export function indexArticle(text: string, knowledge: Knowledge): ArticleIndex {
  const plain = plainText(text);
  const paragraphs = splitParagraphs(plain);
  const sentences = paragraphs.flatMap((paragraph) =>
    splitSentences(plain, paragraph).map((span): ReadSentence => {
      const tokens = tokenize(plain, span);
      return { ...span, tokens, entities: findEntities(plain, tokens, knowledge) };
    }),
  );
  return {
    text,
    plain,
    repeated: paragraphs.filter(({ repeats }) => repeats !== null),
    sentences,
    places: placeContext(sentences.map(({ entities }) => entities)),
  };
}

/** The sentences that a span touches, in order. */
export function sentencesAt(article: ArticleIndex, span: Span): ReadSentence[] {
  return article.sentences.filter(({ start, end }) => start < span.end && span.start < end);
}

/** From the beginning of the first to the end of the last sentence that a span touches. */
export function aroundSpan(article: ArticleIndex, span: Span): Span {
  const touched = sentencesAt(article, span);
  return {
    start: Math.min(span.start, ...touched.map(({ start }) => start)),
    end: Math.max(span.end, ...touched.map(({ end }) => end)),
  };
}

/** A quote of more than a long sentence or two would hold any number and any name. */
const LONGEST_QUOTE = 800;
const MOST_TRIES = 500;

const isWord = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character);

/** "4 killed" is no quote of "14 killed", nor "400" of "2,400". */
function cutsWord({ text }: ArticleIndex, { start, end }: Span): boolean {
  const [before, first] = [text.slice(Math.max(0, start - 2), start), text.charAt(start)];
  const [last, after] = [text.charAt(end - 1), text.slice(end, end + 2)];
  return (
    (isWord(first) && isWord(before.slice(-1))) ||
    (/\d/.test(first) && /\d[.,]$/.test(before)) ||
    (isWord(last) && isWord(after.charAt(0))) ||
    (/\d/.test(last) && /^[.,]\d/.test(after))
  );
}

/**
 * Where words stand in the article, letter for letter and as whole words; null when they do not, when they
 * are too long to prove anything or go over a paragraph. Of several places the first that is no repetition.
 */
export function findQuote(article: ArticleIndex, quote: string | null): Span | null {
  const words = quote?.trim() ?? "";
  if (words.length < 3 || words.length > LONGEST_QUOTE || /\n\s*\n/.test(words)) {
    return null;
  }
  let fallback: Span | null = null;
  let at = article.text.indexOf(words);
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries += 1) {
    const span = { start: at, end: at + words.length };
    if (!cutsWord(article, span)) {
      if (!article.repeated.some(({ start, end }) => start < span.end && span.start < end)) return span;
      fallback ??= span;
    }
    at = article.text.indexOf(words, at + 1);
  }
  return fallback;
}
