/** At most so many characters of an article are sent; what follows is left to the rules. */
const MOST_SENT = 60_000;

/** The article, or its first part, cut where a paragraph ends; a text without paragraphs is cut at a space. */
export function firstPart(text: string, most = MOST_SENT): string {
  if (text.length <= most) return text;
  const cut = ["\n\n", "\n", " "].map((mark) => text.lastIndexOf(mark, most)).find((at) => at > most / 2);
  const part = text.slice(0, cut ?? most);
  // Half of a character pair would make the request unreadable.
  return part.isWellFormed() ? part : part.replace(/[\ud800-\udbff]$/, "");
}
