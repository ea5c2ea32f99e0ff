import "server-only";
import { foldName } from "@/lib/geo/fold";
import { Prisma } from "./generated/client";

/** A typed name, folded as the stored names are, without the wildcards of LIKE. */
export const foldTyped = (text: string): string => foldName(text.slice(0, 100).replace(/[%\\\p{Cc}]/gu, " "));

/** folded begins with the typed name, or one of its words does. */
export const beginsAs = (folded: Prisma.Sql, typed: string): Prisma.Sql =>
  Prisma.sql`(${folded} LIKE ${`${typed}%`} OR ${folded} LIKE ${`% ${typed}%`})`;

/** folded resembles the typed name (trigrams); for misspellings and other transliterations. */
export const resembles = (folded: Prisma.Sql, typed: string): Prisma.Sql =>
  Prisma.sql`(${typed} <% ${folded} OR ${folded} % ${typed})`;

/** How well it fits: 3 the same, 2 begins with it, 1 a word begins with it, below 1 by likeness. */
export const fitOf = (folded: Prisma.Sql, typed: string): Prisma.Sql => Prisma.sql`(CASE
  WHEN ${folded} = ${typed} THEN 3
  WHEN ${folded} LIKE ${`${typed}%`} THEN 2
  WHEN ${folded} LIKE ${`% ${typed}%`} THEN 1
  ELSE greatest(word_similarity(${typed}, ${folded}), similarity(${typed}, ${folded})) * 0.99 END)::float8`;

/** Factor for the fit of an alias: of two equal fits the entry's own name comes first. */
export const otherNameFit = 0.98;
