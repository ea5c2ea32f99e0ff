/** What uses an entry of the names, by the singular and plural of its kind. */
export type Uses = Partial<Record<keyof typeof words, number>>;

const words = {
  incidents: ["incident", "incidents"],
  articles: ["article", "articles"],
  actors: ["actor below it", "actors below it"],
  places: ["place inside it", "places inside it"],
  versions: ["earlier version of incidents", "earlier versions of incidents"],
} as const;

const kinds = Object.keys(words) as (keyof typeof words)[];

/** "3 incidents and 1 article"; "" when nothing uses it. */
export function countWords(uses: Uses): string {
  const parts = kinds.flatMap((kind) => {
    const count = uses[kind] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString("en")} ${words[kind][count === 1 ? 0 : 1]}`];
  });
  const last = parts.pop() ?? "";
  return parts.length > 0 ? `${parts.join(", ")} and ${last}` : last;
}
