import "server-only";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { BulkParts, BulkSubject } from "./bulk-plan";

export type PlannedWrite = { subject: BulkSubject; parts: BulkParts };

/**
 * Gives many incidents their next version in a handful of statements, however many they are. The caller
 * holds their locks and writes their revisions in the same transaction.
 */
export async function writeParts(transaction: Transaction, writes: readonly PlannedWrite[]): Promise<void> {
  await writeColumns(transaction, writes);
  await writeCampaigns(transaction, writes);
  await writeParticipations(transaction, writes);
  await writeClaimValues(transaction, writes);
}

async function writeColumns(transaction: Transaction, writes: readonly PlannedWrite[]): Promise<void> {
  const rows = writes.map(({ subject, parts }) => ({
    id: subject.id,
    status: parts.status ?? subject.status,
    event_type: parts.eventType ?? subject.eventType,
    outcome: parts.outcome ?? subject.outcome,
    published_at: parts.publishedAt === undefined ? subject.publishedAt : parts.publishedAt,
    retract_reason: parts.retractReason === undefined ? subject.retractReason : parts.retractReason,
    unsourced_reason: parts.unsourcedReason === undefined ? subject.unsourcedReason : parts.unsourcedReason,
  }));
  await transaction.$executeRaw`
    UPDATE incident i SET version = i.version + 1, updated_at = clock_timestamp(), status = w.status,
      event_type = w.event_type, outcome = w.outcome, published_at = w.published_at,
      retract_reason = w.retract_reason, unsourced_reason = w.unsourced_reason
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w(id uuid, status text, event_type text,
      outcome text, published_at timestamptz, retract_reason text, unsourced_reason text)
    WHERE i.id = w.id`;
}

async function writeCampaigns(transaction: Transaction, writes: readonly PlannedWrite[]): Promise<void> {
  const changed = writes.flatMap(({ subject, parts }) =>
    parts.campaigns ? [{ incidentId: subject.id, slugs: parts.campaigns }] : [],
  );
  if (changed.length === 0) return;
  const found = await transaction.campaign.findMany({
    where: { slug: { in: [...new Set(changed.flatMap(({ slugs }) => slugs))] } },
    select: { id: true, slug: true },
  });
  const idOf = idsBySlug(found, "campaign");
  await transaction.incidentCampaign.deleteMany({
    where: { incidentId: { in: changed.map(({ incidentId }) => incidentId) } },
  });
  await transaction.incidentCampaign.createMany({
    data: changed.flatMap(({ incidentId, slugs }) =>
      slugs.map((slug) => ({ incidentId, campaignId: idOf(slug) })),
    ),
  });
}

async function writeParticipations(transaction: Transaction, writes: readonly PlannedWrite[]): Promise<void> {
  const changed = writes.flatMap(({ subject, parts }) =>
    parts.participations ? [{ incidentId: subject.id, list: parts.participations }] : [],
  );
  if (changed.length === 0) return;
  const found = await transaction.actor.findMany({
    where: { slug: { in: [...new Set(changed.flatMap(({ list }) => list.map(({ actor }) => actor)))] } },
    select: { id: true, slug: true },
  });
  const idOf = idsBySlug(found, "actor");
  await transaction.participation.deleteMany({
    where: { incidentId: { in: changed.map(({ incidentId }) => incidentId) } },
  });
  await transaction.participation.createMany({
    data: changed.flatMap(({ incidentId, list }) =>
      list.map(({ actor, ...part }, position) => ({ ...part, incidentId, actorId: idOf(actor), position })),
    ),
  });
}

async function writeClaimValues(transaction: Transaction, writes: readonly PlannedWrite[]): Promise<void> {
  const values = writes.flatMap(({ parts }) => parts.claimValues ?? []);
  if (values.length === 0) return;
  await transaction.$executeRaw`
    UPDATE claim c SET value = w.value
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS w(id uuid, value jsonb) WHERE c.id = w.id`;
}

function idsBySlug(
  found: readonly Prisma.ActorGetPayload<{ select: { id: true; slug: true } }>[],
  what: string,
): (slug: string) => string {
  const ids = new Map(found.map(({ id, slug }) => [slug, id]));
  return (slug) => {
    const id = ids.get(slug);
    if (id === undefined) {
      throw new AppError("conflict", { message: `The ${what} "${slug}" does not exist any more.` });
    }
    return id;
  };
}
