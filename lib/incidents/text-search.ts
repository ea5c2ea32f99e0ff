import "server-only";
import type { Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { maxRelevance } from "./relevance";

/** What is searched for: words, "phrases", -exclusion and OR, with what unknown words may mean. */
const wordsOf = (q: string): Prisma.Sql => Prisma.sql`(SELECT public.incident_words(${q}))`;

/** Whether the search document of `incident` (an alias) has the words. */
export const wordsFound = (q: string, incident: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${incident}.search @@ ${wordsOf(q)}`;

/** How well the words fit `incident` (an alias): 0 to maxRelevance; title before names before summary. */
export const relevance = (q: string, incident: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`least(${maxRelevance}::int, floor(ts_rank(${incident}.search, ${wordsOf(q)}) * ${maxRelevance + 1}::int)::int)`;

/** A word that no published incident has, and those it is taken for. */
export type Correction = { typed: string; meant: string[] };

/** What the words of a search are taken for beside themselves; none for words that are known. */
export async function readCorrections(q: string, reader: Reader): Promise<Correction[]> {
  if (q === "") return [];
  const rows = await reader.$queryRaw<{ typed: string; meant: string }[]>`
    SELECT typed, meant FROM public.search_corrections(${q})`;
  return [...Map.groupBy(rows, ({ typed }) => typed)].map(([typed, found]) => ({
    typed,
    meant: found.map(({ meant }) => meant),
  }));
}
