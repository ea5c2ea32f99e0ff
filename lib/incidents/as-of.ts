import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type Copied, copyRecord } from "./as-of-copy";
import { getIncidentVersion, type IncidentVersion } from "./permalink-queries";
import { type IncidentView, incidentViewSchema } from "./schema";

/**
 * Runs reads against the public record as it stood at an instant, or as it stands now for null. The views of
 * schema `as_of` stand before the tables then, so that the same SQL answers; what reads through the models of
 * Prisma sees the present all the same. Names and hierarchies of places and actors are those of today.
 * copied: what of the record is copied first; see Copied.
 */
export async function atTime<T>(
  asOf: Date | null,
  read: (reader: Reader) => Promise<T>,
  copied: Copied = "nothing",
): Promise<T> {
  if (asOf === null) {
    return read(database());
  }
  return database().$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SELECT set_config('search_path', 'as_of, public', true),
        set_config('sightline.as_of', ${asOf.toISOString()}, true)`;
      await copyRecord(transaction, copied);
      return read(transaction);
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

/** Incidents as they stood, in the order given; reader is the one that atTime gave. */
export async function viewsAsOf(reader: Reader, ids: readonly string[]): Promise<IncidentView[]> {
  if (ids.length === 0) {
    return [];
  }
  const rows = await reader.$queryRaw<{ id: string; incident: unknown }[]>`
    SELECT id, incident FROM known WHERE id IN (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})`;
  const byId = new Map(rows.map((row) => [row.id, incidentViewSchema.parse(row.incident)]));
  const views = ids.flatMap((id) => byId.get(id) ?? []);
  const linked = views.flatMap((view) => view.links.map((link) => link.publicId));
  const visible = await publicAmong(reader, linked);
  return views.map((view) => ({
    ...view,
    // Called what it was called then: a version may hold the name that the other one had as a draft.
    links: view.links.flatMap((link) => {
      const other = visible.get(link.publicId);
      return other ? [{ ...link, ...other }] : [];
    }),
  }));
}

type Named = { publicId: string; title: string; occurred: string };

async function publicAmong(reader: Reader, publicIds: readonly string[]): Promise<Map<string, Named>> {
  if (publicIds.length === 0) {
    return new Map();
  }
  const rows = await reader.$queryRaw<Named[]>`
    SELECT public_id AS "publicId", title, occurred FROM incident
    WHERE status = 'published' AND public_id IN (${Prisma.join([...publicIds])})`;
  return new Map(rows.map((row) => [row.publicId, row]));
}

/** The version of an incident that the public saw at an instant; null when it was not public then. */
export async function getIncidentAsOf(publicId: string, asOf: Date): Promise<IncidentVersion | null> {
  const revision = await database().revision.findFirst({
    where: { incident: { publicId }, createdAt: { lte: asOf } },
    select: { version: true, status: true },
    orderBy: { version: "desc" },
  });
  return revision?.status === "published" ? getIncidentVersion(publicId, revision.version) : null;
}
