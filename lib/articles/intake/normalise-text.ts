import { detectDirection, detectLanguage } from "@/lib/articles/intake/languages";
import { maxArticleLength } from "@/lib/articles/schema";
import { AppError } from "@/lib/errors";

export type NormalisedText = {
  /** The text as it is stored, never to change: offsets of quotes count from its start. */
  text: string;
  direction: "ltr" | "rtl";
  /** ISO 639-1, null when it cannot be told. */
  language: string | null;
};

/**
 * A pasted or extracted text as it is stored. Letters stay as given (no Unicode normalisation); line
 * ends become \n, control characters, byte order marks and spaces at line ends go, more than one
 * empty line becomes one. Throws AppError for empty, oversized, binary or wrongly encoded texts.
 */
export function normaliseText(raw: string): NormalisedText {
  if (raw.length > 2 * maxArticleLength) throw tooLong();
  if (isBinary(raw)) {
    throw new AppError("invalid-input", {
      message: "This is not text: it holds control characters, as files of other kinds do. Paste the words.",
    });
  }
  const text = raw
    .toWellFormed()
    .replace(/\r\n?|\u0085|\u2028/g, "\n")
    .replace(/[\f\v\u2029]/g, "\n\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is removed
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g, "")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new AppError("invalid-input", { message: "There is no text: paste the article's words." });
  }
  if (text.length > maxArticleLength) throw tooLong();
  const broken = text.split("\ufffd").length - 1;
  if (broken > Math.max(3, text.length / 500)) {
    throw new AppError("invalid-input", {
      message: "Too many characters of the text are broken (\ufffd). Copy it again from the page.",
    });
  }
  return { text, direction: detectDirection(text), language: detectLanguage(text) };
}

function tooLong(): AppError {
  return new AppError("too-large", {
    message: "The text is longer than 2,000,000 characters. Give the article alone, or in parts.",
  });
}

/** Whether more than one character in a hundred is a control character that no text holds. */
function isBinary(raw: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is counted
  const controls = raw.slice(0, 100_000).match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  return controls > Math.max(3, Math.min(raw.length, 100_000) / 100);
}

export type TextSpan = { start: number; end: number };

/**
 * Paragraphs of a stored text, without the space around them: its lines, or blocks parted by empty
 * lines where most lines are broken at a fixed width. Offsets in UTF-16 code units.
 */
export function splitParagraphs(text: string): TextSpan[] {
  const lines = splitAt(text, /\n/g);
  const broken = lines.filter(({ start, end }) => isHardBreak(text, start, end)).length;
  if (lines.length < 6 || broken < lines.length / 2) return lines;
  return splitAt(text, /\n[^\S\n]*\n/g);
}

function splitAt(text: string, separator: RegExp): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  for (const match of [...text.matchAll(separator), null]) {
    const end = match?.index ?? text.length;
    const part = text.slice(start, end);
    const trimmed = part.trim();
    const from = start + part.indexOf(trimmed);
    if (trimmed !== "") spans.push({ start: from, end: from + trimmed.length });
    start = end + (match?.[0].length ?? 0);
  }
  return spans;
}

/** A line of 50 to 100 characters that stops in the middle of a sentence and goes on in the next line. */
function isHardBreak(text: string, start: number, end: number): boolean {
  const length = end - start;
  return (
    length >= 50 && length <= 100 && /[\p{Ll}\p{Lo},]$/u.test(text.slice(end - 2, end)) && text[end] === "\n"
  );
}
