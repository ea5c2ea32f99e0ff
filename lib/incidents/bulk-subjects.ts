import "server-only";
import type { Reader, Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type BulkSubject, claimsOfChange } from "./bulk-plan";
import type { BulkChange } from "./bulk-schema";
import { unknownSlug } from "./columns";

/** The incidents as a bulk change looks at them, by public id; unknown ones are left out. */
export async function readSubjects(
  reader: Reader,
  publicIds: readonly string[],
  change: BulkChange,
): Promise<Map<string, BulkSubject>> {
  const wanted = claimsOfChange(change);
  const rows = await reader.incident.findMany({
    where: { publicId: { in: [...publicIds] } },
    select: {
      id: true,
      publicId: true,
      version: true,
      title: true,
      status: true,
      createdById: true,
      publishedAt: true,
      retractReason: true,
      eventTypeSlug: true,
      outcome: true,
      unsourcedReason: true,
      occurred: true,
      timeZone: true,
      place: { select: { slug: true } },
      killedMin: true,
      killedMax: true,
      injuredMin: true,
      injuredMax: true,
      campaigns: { select: { campaign: { select: { slug: true } } } },
      participations: {
        select: { role: true, attribution: true, attributedBy: true, actor: { select: { slug: true } } },
        orderBy: { position: "asc" },
      },
    },
  });
  const claims =
    wanted === "none"
      ? []
      : await reader.claim.findMany({
          where: {
            incidentId: { in: rows.map(({ id }) => id) },
            ...(wanted === "all" ? {} : { field: wanted }),
          },
          select: { id: true, incidentId: true, field: true, value: true, standing: true },
        });
  const claimsOf = Map.groupBy(claims, ({ incidentId }) => incidentId);
  return new Map(
    rows.map((row) => [
      row.publicId,
      {
        id: row.id,
        publicId: row.publicId,
        version: row.version,
        title: row.title,
        createdById: row.createdById,
        publishedAt: row.publishedAt,
        retractReason: row.retractReason,
        unsourcedReason: row.unsourcedReason,
        // The database checks these columns against the vocabularies.
        status: row.status as BulkSubject["status"],
        eventType: row.eventTypeSlug as BulkSubject["eventType"],
        outcome: row.outcome as BulkSubject["outcome"],
        campaigns: row.campaigns.map(({ campaign }) => campaign.slug),
        participations: row.participations.map(({ actor, ...part }) => ({
          ...part,
          actor: actor.slug,
        })) as BulkSubject["participations"],
        reported: {
          occurred: row.occurred,
          timeZone: row.timeZone,
          place: row.place && { slug: row.place.slug, precision: "exact", latitude: null, longitude: null },
          killed: rangeOf(row.killedMin, row.killedMax),
          injured: rangeOf(row.injuredMin, row.injuredMax),
        },
        claims: (claimsOf.get(row.id) ?? []) as BulkSubject["claims"],
      },
    ]),
  );
}

const rangeOf = (min: number | null, max: number | null) => (min === null ? null : { min, max });

/** Locks incidents until the transaction ends, in the order in which every command locks several. */
export async function lockSubjects(transaction: Transaction, publicIds: readonly string[]): Promise<void> {
  await transaction.$queryRaw`
    SELECT id FROM incident WHERE public_id IN (${Prisma.join([...publicIds])}) ORDER BY public_id FOR UPDATE`;
}

/** The names of the actors and campaigns that a change speaks of; throws invalid-input for unknown ones. */
export async function readNames(reader: Reader, change: BulkChange): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { path, slug, what } of slugsOfChange(change)) {
    const where = { where: { slug }, select: { name: true } } as const;
    const found = await (what === "actor"
      ? reader.actor.findUnique(where)
      : reader.campaign.findUnique(where));
    if (!found) throw unknownSlug(`change.${path}`, what, slug);
    names.set(slug, found.name);
  }
  return names;
}

function slugsOfChange(change: BulkChange): { path: string; slug: string; what: "actor" | "campaign" }[] {
  switch (change.kind) {
    case "add-campaign":
    case "remove-campaign":
      return [{ path: "campaign", slug: change.campaign, what: "campaign" }];
    case "add-actor":
    case "remove-actor":
      return [{ path: "actor", slug: change.actor, what: "actor" }];
    case "replace-actor":
      return [
        { path: "from", slug: change.from, what: "actor" },
        { path: "to", slug: change.to, what: "actor" },
      ];
    default:
      return [];
  }
}
