import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { sqlMillis } from "@/lib/db/instant";
import { beginsAs, fitOf, foldTyped, resembles } from "@/lib/db/name-match";
import { isSlug } from "@/lib/geo/fold";

export type CampaignView = {
  slug: string;
  name: string;
  description: string;
  /** Published incidents. */
  incidents: number;
  /** First and last instant of them, ISO; null without any. */
  start: string | null;
  end: string | null;
  /** ISO instant; names the state for updateCampaign. */
  updatedAt: string;
};

type Row = Omit<CampaignView, "start" | "end" | "updatedAt"> & {
  start: number | null;
  end: number | null;
  updatedAt: Date;
};

const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

async function readCampaigns(where: Prisma.Sql, reader: Reader): Promise<CampaignView[]> {
  const rows = await reader.$queryRaw<Row[]>`
    SELECT c.slug, c.name, c.description, c.updated_at AS "updatedAt", count(i.id)::int AS incidents,
      ${sqlMillis(Prisma.sql`min(i.earliest)`)} AS start, ${sqlMillis(Prisma.sql`max(i.latest)`)} AS "end"
    FROM campaign c LEFT JOIN incident_campaign ic ON ic.campaign_id = c.id
    LEFT JOIN incident i ON i.id = ic.incident_id AND i.status = 'published'
    WHERE ${where} GROUP BY c.id ORDER BY c.name`;
  return rows.map((row) => ({
    ...row,
    start: iso(row.start),
    end: iso(row.end),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

/** All campaigns by name. */
export async function listCampaigns(reader: Reader = database()): Promise<CampaignView[]> {
  return readCampaigns(Prisma.sql`TRUE`, reader);
}

/** A campaign; null when there is none with this slug. */
export async function getCampaign(slug: string, reader: Reader = database()): Promise<CampaignView | null> {
  const [campaign] = isSlug(slug) ? await readCampaigns(Prisma.sql`c.slug = ${slug}`, reader) : [];
  return campaign ?? null;
}

/** Campaigns whose name begins as typed or resembles it, best first; at most limit. */
export async function searchCampaigns(
  text: string,
  limit = 10,
  reader: Reader = database(),
): Promise<{ slug: string; name: string }[]> {
  const typed = foldTyped(text);
  if (typed === "") return [];
  const name = Prisma.sql`lower(c.name)`;
  return reader.$queryRaw<{ slug: string; name: string }[]>`
    SELECT c.slug, c.name FROM campaign c
    WHERE ${beginsAs(name, typed)} OR ${resembles(name, typed)}
    ORDER BY ${fitOf(name, typed)} DESC, c.name LIMIT ${limit}::int`;
}
