import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/**
 * What a read of the record as of an instant needs copied first: nothing where it goes over the incidents once;
 * the columns where it comes back to them; the words too where it searches them, which are dear to work out.
 */
export type Copied = "nothing" | "columns" | "words";

/** What counts, groups and links under a filter need. */
export const copiedFor = ({ q }: { q: string }): Copied => (q === "" ? "columns" : "words");

const columns = Prisma.sql`id, public_id, status, version, pinned, title, summary, event_type, outcome, occurred,
  time_zone, earliest, latest, date_precision, place_id, place_precision, latitude, longitude, killed_min, killed_max,
  injured_min, injured_max, created_at, updated_at, published_at`;

const incidents = (copied: Copied): Prisma.Sql => Prisma.sql`
  CREATE TEMP TABLE incident ON COMMIT DROP AS
  SELECT ${copied === "words" ? Prisma.sql`${columns}, search` : columns} FROM as_of.incident
  WHERE status = 'published'`;

const others = [
  Prisma.sql`CREATE TEMP TABLE participation ON COMMIT DROP AS SELECT * FROM as_of.participation`,
  Prisma.sql`CREATE TEMP TABLE incident_campaign ON COMMIT DROP AS SELECT * FROM as_of.incident_campaign`,
  Prisma.sql`CREATE TEMP TABLE claim ON COMMIT DROP AS SELECT * FROM as_of.claim`,
  Prisma.sql`CREATE TEMP TABLE incident_link ON COMMIT DROP AS SELECT * FROM as_of.incident_link`,
  Prisma.sql`CREATE INDEX ON pg_temp.incident (id)`,
  Prisma.sql`CREATE INDEX ON pg_temp.participation (incident_id)`,
  Prisma.sql`CREATE INDEX ON pg_temp.incident_campaign (incident_id)`,
  Prisma.sql`CREATE INDEX ON pg_temp.claim (incident_id)`,
  Prisma.sql`CREATE INDEX ON pg_temp.incident_link (from_id)`,
  Prisma.sql`CREATE INDEX ON pg_temp.incident_link (to_id)`,
  Prisma.sql`ANALYZE pg_temp.incident, pg_temp.participation, pg_temp.incident_campaign, pg_temp.claim, pg_temp.incident_link`,
];

/**
 * Copies the public record of the instant that the transaction is set to into tables that end with it; they stand
 * before the views of schema as_of, which would work every row out again for each incident that asks for it.
 */
export async function copyRecord(transaction: Transaction, copied: Copied): Promise<void> {
  if (copied === "nothing") return;
  for (const statement of [incidents(copied), ...others]) {
    await transaction.$executeRaw(statement);
  }
}
