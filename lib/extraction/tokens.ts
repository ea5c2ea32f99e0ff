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

/** Words and marks of a piece of the text; hyphens and the possessive 's part words. Linear. */
export function tokenize(plain: string, span: Span): Token[] {
  const tokens: Token[] = [];
  for (const match of plain.slice(span.start, span.end).matchAll(TOKEN)) {
    const text = match[0];
    const start = span.start + match.index;
    const isWord = /^[\p{L}\p{N}]/u.test(text);
    const before = plain.charAt(start - 1);
    const after = plain.charAt(start + text.length);
    if (/^[-‐‑–/]$/.test(text) && /\S/.test(before) && /\S/.test(after) && start > span.start) continue;
    tokens.push({
      start,
      end: start + text.length,
      text,
      lower: text.toLowerCase(),
      fold: isWord ? foldWord(text) : text,
      isWord,
      isCapital: /^\p{Lu}/u.test(text),
      isGlued:
        isWord && /[-‐‑–/]/.test(before) && start - 1 > span.start && !/\s/.test(plain.charAt(start - 2)),
    });
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
