import type { Span } from "./text";

export type Token = Span & {
  text: string;
  lower: string;
  /** Lower case without diacritics, dots and apostrophes: "U.S." and "US" are both "us". */
  fold: string;
  isWord: boolean;
  isCapital: boolean;
  /** Joined to the token before it by a hyphen. */
  isGlued: boolean;
};

const TOKEN =
  /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:'(?!s\b)[\p{L}\p{M}]+)*(?:[.,:]\d+)*|'s\b|[^\s\p{L}\p{M}\p{N}]/gu;

const LETTERS: Record<string, string> = { ı: "i", ß: "ss", đ: "d", ð: "d", ø: "o", ł: "l", æ: "ae", œ: "oe" };

/** One word folded for comparison: ASCII words only lose their case. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘ʻʼʾʿ.]/g, "")
    .replace(/[ıßđðøłæœ]/g, (c) => LETTERS[c] ?? c);
}

/** What a word says by itself. */
type WordFacts = Pick<Token, "text" | "lower" | "fold" | "isWord" | "isCapital">;

const isAlphanumeric = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isDash = (char: string): boolean =>
  char === "-" || char === "/" || char === "–" || char === "‐" || char === "‑";

/** Words read before: texts repeat them. Emptied when full. */
const knownWords = new Map<string, WordFacts>();
const MOST_KNOWN = 20_000;

function factsOf(text: string): WordFacts {
  const known = knownWords.get(text);
  if (known) return known;
  const isWord = /^[\p{L}\p{N}]/u.test(text);
  const facts = {
    text,
    lower: text.toLowerCase(),
    fold: isWord ? foldWord(text) : text,
    isWord,
    isCapital: /^\p{Lu}/u.test(text),
  };
  if (knownWords.size >= MOST_KNOWN) knownWords.clear();
  // Longer ones would be slices that keep their whole text in memory.
  if (text.length <= 12) knownWords.set(text, facts);
  return facts;
}

/** Where the plain word or mark at `from` ends, or -1 where only the pattern can tell. */
function plainEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (!isAlphanumeric(first)) return first > 32 && first < 127 && first !== 39 ? from + 1 : -1;
  let end = from + 1;
  while (isAlphanumeric(text.charCodeAt(end))) end += 1;
  const next = text.charCodeAt(end);
  if (next === 39 || next > 126) return -1;
  const isPoint = next === 46 || next === 44 || next === 58;
  return isPoint && (isDigit(text.charCodeAt(end + 1)) || end === from + 1) ? -1 : end;
}

/** Words and marks of a piece of the text; hyphens and the possessive 's part words. Linear. */
export function tokenize(plain: string, span: Span): Token[] {
  const tokens: Token[] = [];
  const piece = plain.slice(span.start, span.end);
  for (let at = 0; at < piece.length; ) {
    const code = piece.charCodeAt(at);
    if (code === 32 || code === 10) {
      at += 1;
      continue;
    }
    let from = at;
    at = plainEnd(piece, at);
    if (at < 0) {
      TOKEN.lastIndex = from;
      const match = TOKEN.exec(piece);
      if (!match) break;
      from = match.index;
      at = from + match[0].length;
    }
    const start = span.start + from;
    const facts = factsOf(piece.slice(from, at));
    if (from > 0 && isDash(facts.text) && /\S/.test(plain.charAt(start - 1))) {
      if (/\S/.test(plain.charAt(span.start + at))) continue;
    }
    const isGlued =
      facts.isWord && from > 1 && isDash(plain.charAt(start - 1)) && !/\s/.test(plain.charAt(start - 2));
    const { text, lower, fold, isWord, isCapital } = facts;
    tokens.push({ start, end: span.start + at, text, lower, fold, isWord, isCapital, isGlued });
  }
  return tokens;
}

/** The folded words of a name, as the text's own words are folded. */
export function nameWords(name: string): string[] {
  if (/^[A-Za-z ]+$/.test(name)) return name.toLowerCase().trim().split(/ +/);
  return tokenize(name.replace(/[’‘ʻʼʾʿ`´]/g, "'"), { start: 0, end: name.length })
    .filter((token) => token.isWord)
    .map((token) => token.fold)
    .filter((fold) => fold !== "");
}
