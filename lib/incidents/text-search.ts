import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/** Whether the search document of `incident` (an alias) has the words, as a web search means them. */
export const wordsFound = (q: string, incident: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${incident}.search @@ websearch_to_tsquery('sightline', ${q})`;

// Trigram likeness of Bagdad and Baghdad is 0.5; one letter of a short word makes another word (Iran, Iraq).
const likeness = (word: string): number => (word.length > 4 ? 0.5 : 0.65);

/** The smallest of these: pg_trgm.word_similarity_threshold for byIndex. */
export const alikeThreshold = 0.5;

/**
 * Whether each word resembles a part of the title: exactly says so, byIndex is a weaker condition that the
 * trigram index answers. Null when no word is long enough.
 */
export function alikeTitle(
  q: string,
  incident: Prisma.Sql,
): { exactly: Prisma.Sql; byIndex: Prisma.Sql } | null {
  const words = q.match(/[\p{L}\p{N}]{3,}/gu)?.slice(0, 10) ?? [];
  if (words.length === 0) {
    return null;
  }
  const each = (condition: (word: string) => Prisma.Sql) => Prisma.join(words.map(condition), " AND ");
  return {
    exactly: each(
      (word) => Prisma.sql`word_similarity(${word}, ${incident}.title) >= ${likeness(word)}::float8`,
    ),
    byIndex: each((word) => Prisma.sql`${word} <% ${incident}.title`),
  };
}
