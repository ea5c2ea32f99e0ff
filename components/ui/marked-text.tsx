import { markedParts } from "@/lib/incidents/highlight";

/** A text with the words that a search found marked; terms as of markedTerms. */
export function MarkedText({ text, terms }: { text: string; terms: readonly string[] }) {
  if (terms.length === 0) return text;
  let at = 0;
  return markedParts(text, terms).map((part) => {
    const key = at;
    at += part.text.length;
    return part.isMarked ? <mark key={key}>{part.text}</mark> : part.text;
  });
}
