import { z } from "zod";

/**
 * A title or name as one line: white space and control characters become single spaces; halves of
 * characters and marks that reorder the text around them (UAX #9 embeddings, overrides, isolates) go.
 */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();

/**
 * A text of several lines: line breaks are one kind, other control characters and the marks that reorder the text
 * around them go, as in oneLine. A text that shows nothing, such as zero-width spaces alone, is empty.
 */
export function manyLines(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .trim();
  return /[^\s\p{Cf}]/u.test(clean) ? clean : "";
}

/** A text of several lines, of at most so many characters; may be empty. */
export const linesSchema = (maxLength: number) =>
  z
    .string()
    .overwrite(manyLines)
    .max(maxLength, `At most ${maxLength.toLocaleString("en")} characters`);

/** A title or name of at most so many characters; missing is the sentence for one without a letter or digit. */
export const lineSchema = (maxLength: number, missing: string) =>
  z
    .string()
    .overwrite(oneLine)
    .min(1, missing)
    .max(maxLength, `At most ${maxLength} characters`)
    .refine((text) => text === "" || /[\p{L}\p{N}]/u.test(text), missing);
