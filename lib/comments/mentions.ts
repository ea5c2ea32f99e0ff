/** A person who can be mentioned. */
export type DeskPerson = { id: string; name: string; role: string };

type BodyPart = { kind: "text"; text: string } | { kind: "mention"; name: string; userId: string };

const mention = /@\[([^[\]\n]{1,200})\]\(([\w-]{1,64})\)/g;

/** How a comment stores that it mentions somebody: @[Amal](user id). Brackets of the name are left out. */
export const mentionText = ({ id, name }: Pick<DeskPerson, "id" | "name">): string =>
  `@[${name.replace(/[[\]\n]/g, " ").trim()}](${id})`;

/** A comment as plain text and mentions, in order. */
export function splitBody(body: string): BodyPart[] {
  const parts: BodyPart[] = [];
  let end = 0;
  for (const match of body.matchAll(mention)) {
    const [whole, name = "", userId = ""] = match;
    if (match.index > end) parts.push({ kind: "text", text: body.slice(end, match.index) });
    parts.push({ kind: "mention", name, userId });
    end = match.index + whole.length;
  }
  if (end < body.length) parts.push({ kind: "text", text: body.slice(end) });
  return parts;
}

/** A comment as people read it: "@Amal, which base?". */
export const plainBody = (body: string): string =>
  splitBody(body)
    .map((part) => (part.kind === "text" ? part.text : `@${part.name}`))
    .join("");

/** Ids of everybody whom a comment mentions, each once. */
export const mentionedIds = (body: string): string[] => [
  ...new Set(splitBody(body).flatMap((part) => (part.kind === "mention" ? [part.userId] : []))),
];

/**
 * A comment whose mentions are of people of the desk, under the names that they have; what mentions
 * nobody known becomes plain text.
 */
export function withKnownMentions(body: string, people: readonly DeskPerson[]): string {
  return splitBody(body)
    .map((part) => {
      if (part.kind === "text") return part.text;
      const person = people.find(({ id }) => id === part.userId);
      return person ? mentionText(person) : `@${part.name}`;
    })
    .join("");
}

/** What was typed with plain names, as a comment: "@Amal" becomes a mention where Amal was chosen from the list. */
export function bodyOfTyped(text: string, chosen: readonly Pick<DeskPerson, "id" | "name">[]): string {
  // Longer names first: "@Amal K." is not "@Amal" with more behind it.
  const people = chosen.toSorted((a, b) => b.name.length - a.name.length);
  const parts: string[] = [];
  for (let rest = text; rest !== ""; ) {
    const person = people.find(({ name }) => rest.startsWith(`@${name}`));
    const taken = person ? person.name.length + 1 : Math.max(rest.indexOf("@", 1), 0) || rest.length;
    parts.push(person ? mentionText(person) : rest.slice(0, taken));
    rest = rest.slice(taken);
  }
  return parts.join("");
}

/**
 * The name that is being typed before the cursor, "@am" as "am"; null when none is.
 * A name begins after a space or at the start and ends at the cursor.
 */
export function typedMention(text: string, cursor: number): { start: number; typed: string } | null {
  const match = /(?:^|[\s(])@([^\s@[\]()]{0,40})$/u.exec(text.slice(0, cursor));
  return match ? { start: cursor - (match[1]?.length ?? 0) - 1, typed: match[1] ?? "" } : null;
}
