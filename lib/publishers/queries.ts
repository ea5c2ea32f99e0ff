import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { beginsAs, fitOf, foldTyped, resembles } from "@/lib/db/name-match";
import { isSlug } from "@/lib/geo/fold";
import type { Reliability } from "@/lib/taxonomy/terms";

export type PublisherView = {
  slug: string;
  name: string;
  homepage: string | null;
  domains: string[];
  country: string | null;
  /** Admiralty code. */
  reliability: Reliability | null;
  /** Stored articles. */
  articles: number;
  /** ISO instant; names the state for updatePublisher. */
  updatedAt: string;
};

/** A publisher; null when there is none with this slug. */
export async function getPublisher(slug: string, reader: Reader = database()): Promise<PublisherView | null> {
  if (!isSlug(slug)) {
    return null;
  }
  const row = await reader.publisher.findUnique({
    where: { slug },
    select: {
      slug: true,
      name: true,
      homepage: true,
      domains: true,
      country: true,
      reliability: true,
      updatedAt: true,
      _count: { select: { articles: true } },
    },
  });
  if (!row) {
    return null;
  }
  const { _count, ...columns } = row;
  return {
    ...columns,
    // The database checks the code against this vocabulary.
    reliability: row.reliability as Reliability | null,
    articles: _count.articles,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A publisher as a choice in a form. */
export type PublisherOption = {
  slug: string;
  name: string;
  homepage: string | null;
  country: string | null;
  /** Admiralty code. */
  reliability: Reliability | null;
};

/** Publishers whose name begins as typed or resembles it, best first; all by name for no text. limit 1 to 100. */
export async function searchPublishers(
  text: string,
  limit = 10,
  reader: Reader = database(),
): Promise<PublisherOption[]> {
  const typed = foldTyped(text);
  const folded = Prisma.sql`n.folded`;
  const condition =
    typed === "" ? Prisma.sql`TRUE` : Prisma.sql`${beginsAs(folded, typed)} OR ${resembles(folded, typed)}`;
  const order = typed === "" ? Prisma.empty : Prisma.sql`${fitOf(folded, typed)} DESC,`;
  return reader.$queryRaw<PublisherOption[]>`
    SELECT n.slug, n.name, n.homepage, n.country, n.reliability FROM publisher n
    WHERE ${condition} ORDER BY ${order} n.name LIMIT ${Math.min(Math.max(Math.trunc(limit), 1), 100)}::int`;
}
