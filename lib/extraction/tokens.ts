import type { Span } from "./text";
import { slotOf } from "./word-filter";

export type Token = Span & {
  text: string;
  lower: string;
  /** Lower case without diacritics, dots and apostrophes: "U.S." and "US" are both "us". */
  fold: string;
  isWord: boolean;
  isCapital: boolean;
  /** Joined to the token before it by a hyphen. */
  isGlued: boolean;
  word: WordFacts;
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
export type WordFacts = Pick<Token, "text" | "lower" | "fold" | "isWord" | "isCapital"> & {
  /** Of its text. */
  length: number;
  /** Of its folded form in filters of words. */
  slot: number;
  /** Bits of the classes of words that it has been asked for, and of those that it is in. */
  asked: number;
  held: number;
};

const isAlphanumeric = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** "-", "/", "–", "‐", "‑". */
const isDash = (code: number): boolean =>
  code === 45 || code === 47 || code === 0x2013 || code === 0x2010 || code === 0x2011;

/** Words read before, each where its letters say or in one of the next places; a new one may take an old one's. */
const PLACES = 1 << 16;
const TRIES = 4;
const knownWords: (WordFacts | undefined)[] = Array.from({ length: PLACES }, () => undefined);
const LONGEST_KNOWN = 24;

/** A string of its own: a slice would keep its whole text in memory. */
const copied = (plain: string, from: number, to: number): string =>
  String.fromCharCode(...Array.from({ length: to - from }, (_, i) => plain.charCodeAt(from + i)));

function readFacts(text: string): WordFacts {
  const isWord = /^[\p{L}\p{N}]/u.test(text);
  const fold = isWord ? foldWord(text) : text;
  return {
    text,
    lower: text.toLowerCase(),
    fold,
    isWord,
    isCapital: /^\p{Lu}/u.test(text),
    length: text.length,
    slot: slotOf(fold),
    asked: 0,
    held: 0,
  };
}

function factsAt(plain: string, from: number, to: number): WordFacts {
  const length = to - from;
  if (length > LONGEST_KNOWN) return readFacts(plain.slice(from, to));
  let place = length;
  for (let i = from; i < to; i += 1) place = (Math.imul(place, 31) + plain.charCodeAt(i)) | 0;
  place = (place ^ (place >>> 15)) & (PLACES - 1);
  for (let i = 0; i < TRIES; i += 1) {
    const known = knownWords[(place + i) & (PLACES - 1)];
    if (!known) {
      place += i;
      break;
    }
    if (known.length === length && plain.startsWith(known.text, from)) return known;
  }
  const facts = readFacts(copied(plain, from, to));
  knownWords[place & (PLACES - 1)] = facts;
  return facts;
}

/** Where the plain word or mark at `from` ends, no further than `limit`, or -1 where only the pattern can tell. */
function plainEnd(plain: string, from: number, limit: number): number {
  const first = plain.charCodeAt(from);
  if (!isAlphanumeric(first)) return first > 32 && first < 127 && first !== 39 ? from + 1 : -1;
  let end = from + 1;
  while (end < limit && isAlphanumeric(plain.charCodeAt(end))) end += 1;
  if (end === limit) return end;
  const next = plain.charCodeAt(end);
  if (next === 39 || next > 126) return -1;
  if (next !== 46 && next !== 44 && next !== 58) return end;
  const isNumber = end + 1 < limit && isDigit(plain.charCodeAt(end + 1));
  return isNumber || end === from + 1 ? -1 : end;
}

/** Words and marks of a piece of the text; hyphens and the possessive 's part words. Linear. */
export function tokenize(plain: string, { start: opening, end: limit }: Span): Token[] {
  const tokens: Token[] = [];
  let piece: string | null = null;
  for (let at = opening; at < limit; ) {
    const code = plain.charCodeAt(at);
    if (code === 32 || code === 10) {
      at += 1;
      continue;
    }
    let start = at;
    at = plainEnd(plain, at, limit);
    if (at < 0) {
      piece ??= plain.slice(opening, limit);
      TOKEN.lastIndex = start - opening;
      const match = TOKEN.exec(piece);
      if (!match) break;
      start = opening + match.index;
      at = start + match[0].length;
    }
    const isJoint = at === start + 1 && start > opening && isDash(plain.charCodeAt(start));
    if (isJoint && /\S/.test(plain.charAt(start - 1)) && /\S/.test(plain.charAt(at))) continue;
    const facts = factsAt(plain, start, at);
    const isGlued =
      facts.isWord &&
      start > opening + 1 &&
      isDash(plain.charCodeAt(start - 1)) &&
      !/\s/.test(plain.charAt(start - 2));
    const { text, lower, fold, isWord, isCapital } = facts;
    tokens.push({ start, end: at, text, lower, fold, isWord, isCapital, isGlued, word: facts });
  }
  return tokens;
}

/** The folded words of a name, as the text's own words are folded. */
export function nameWords(name: string): string[] {
  if (/^[A-Za-z ]+$/.test(name)) return name.toLowerCase().trim().split(/ +/);
  const plain = name.replace(/[’‘ʻʼʾʿ`´]/g, "'");
  // One kind of string for all names: code that has met many kinds stays slow for the texts of articles, too.
  return tokenize(copied(plain, 0, plain.length), { start: 0, end: plain.length })
    .filter((token) => token.isWord)
    .map((token) => token.fold)
    .filter((fold) => fold !== "");
}
