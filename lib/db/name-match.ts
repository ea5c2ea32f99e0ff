import "server-only";
import { foldName } from "@/lib/geo/fold";
import { Prisma } from "./generated/client";

/** A typed name, folded as the stored names are, without the wildcards of LIKE. */
export const foldTyped = (text: string): string => foldName(text.slice(0, 100).replace(/[%\\\p{Cc}]/gu, " "));

/** folded begins with the typed name, or from three letters on one of its words does. */
export const beginsAs = (folded: Prisma.Sql, typed: string): Prisma.Sql =>
  typed.length < 3
    ? Prisma.sql`${folded} LIKE ${`${typed}%`}`
    : Prisma.sql`(${folded} LIKE ${`${typed}%`} OR ${folded} LIKE ${`% ${typed}%`})`;

/** folded has the typed name in the middle of a word; the index of trigrams finds it from three letters on. */
const contains = (folded: Prisma.Sql, typed: string): Prisma.Sql =>
  Prisma.sql`${folded} LIKE ${`%${typed}%`}`;

/** A part of folded resembles the typed name (trigrams), for misspellings and other transliterations. */
const hasAlike = (folded: Prisma.Sql, typed: string): Prisma.Sql => Prisma.sql`${typed} <% ${folded}`;

/** The whole of folded resembles the typed name, though less. */
const isAlike = (folded: Prisma.Sql, typed: string): Prisma.Sql => Prisma.sql`${folded} % ${typed}`;

/** folded resembles the typed name in part or as a whole. */
export const resembles = (folded: Prisma.Sql, typed: string): Prisma.Sql =>
  Prisma.sql`(${hasAlike(folded, typed)} OR ${isAlike(folded, typed)})`;

/** How well it fits: 3 the same, 2 begins with it, 1 a word begins with it, just below 1 has it, else by likeness. */
export const fitOf = (folded: Prisma.Sql, typed: string): Prisma.Sql => Prisma.sql`(CASE
  WHEN ${folded} = ${typed} THEN 3
  WHEN ${folded} LIKE ${`${typed}%`} THEN 2
  WHEN ${folded} LIKE ${`% ${typed}%`} THEN 1
  WHEN ${folded} LIKE ${`%${typed}%`} THEN 0.995
  ELSE greatest(word_similarity(${typed}, ${folded}), similarity(${typed}, ${folded})) * 0.99 END)::float8`;

/** Factor for the fit of an alias: of two equal fits the entry's own name comes first. */
export const otherNameFit = 0.98;

/** An entry that was found, and how well; fit: that of its best name. */
export type Hit = { slug: string; fit: number };

/** With so many finds nobody needs names that are only alike as a whole. */
const enough = 3;

/**
 * Finds by a folded name in steps, each for the case that the ones before found too little, for each costs more:
 * names that begin as typed, names that contain it, names of which a part is alike, names that are alike as a
 * whole. Each condition is asked by itself: joined by OR they would be checked against every name.
 * @param find the best limit entries, or fewer, of which a name (n.folded) meets the condition
 */
export async function searchInSteps<Found extends Hit>(
  typed: string,
  limit: number,
  find: (condition: Prisma.Sql) => Promise<Found[]>,
): Promise<Omit<Found, "fit">[]> {
  const folded = Prisma.sql`n.folded`;
  const found = new Map<string, Found>();
  const isWhole = () => [...found.values()].some(({ fit }) => fit >= 3 * otherNameFit);
  for (const { condition, upTo } of [
    { condition: beginsAs, upTo: limit },
    { condition: contains, upTo: limit },
    { condition: hasAlike, upTo: limit },
    { condition: isAlike, upTo: Math.min(enough, limit) },
  ]) {
    const isFirst = condition === beginsAs;
    if (found.size >= upTo || (!isFirst && (typed.length < 3 || isWhole()))) break;
    for (const one of await find(condition(folded, typed))) {
      if (!found.has(one.slug)) found.set(one.slug, one);
    }
  }
  return [...found.values()].slice(0, limit).map(({ fit: _fit, ...one }) => one);
}
