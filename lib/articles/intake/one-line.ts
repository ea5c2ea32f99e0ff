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
