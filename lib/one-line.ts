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

/** A title or name of at most so many characters; missing is the sentence for one without a letter or digit. */
export const lineSchema = (maxLength: number, missing: string) =>
  z
    .string()
    .overwrite(oneLine)
    .min(1, missing)
    .max(maxLength, `At most ${maxLength} characters`)
    .refine((text) => text === "" || /[\p{L}\p{N}]/u.test(text), missing);
