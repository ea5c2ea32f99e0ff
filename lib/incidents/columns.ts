import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "@/lib/db/client";
import { AppError, type FieldError } from "@/lib/errors";
import { dateColumns } from "./model";
import type { IncidentInput } from "./schema";

export const unknownSlug = (path: string, what: string, slug: string): AppError =>
  new AppError("invalid-input", {
    message: `There is no ${what} "${slug}".`,
    errors: [{ path, message: `There is no ${what} "${slug}". Choose one from the list or add it first.` }],
  });

async function placeColumns(transaction: Transaction, place: IncidentInput["place"]) {
  if (!place) {
    return { placeId: null, placePrecision: "unknown", latitude: null, longitude: null };
  }
  const found = await transaction.place.findUnique({
    where: { slug: place.slug },
    select: { id: true, latitude: true, longitude: true },
  });
  if (!found) {
    throw unknownSlug("place", "place", place.slug);
  }
  return {
    placeId: found.id,
    placePrecision: place.precision,
    latitude: place.latitude ?? found.latitude,
    longitude: place.longitude ?? found.longitude,
  };
}

/** The columns of an incident as an input gives them; throws invalid-input naming what cannot be resolved. */
export const incidentColumns = async (transaction: Transaction, input: IncidentInput) => ({
  ...ownColumns(input),
  ...(await placeColumns(transaction, input.place)),
});

/** incidentColumns of an incident that said something else before; a place that stays is not looked up. */
export async function changedColumns(transaction: Transaction, before: IncidentInput, input: IncidentInput) {
  const staysThere = isDeepStrictEqual(before.place, input.place);
  return staysThere ? ownColumns(input) : incidentColumns(transaction, input);
}

function ownColumns(input: IncidentInput) {
  return {
    title: input.title,
    summary: input.summary,
    eventTypeSlug: input.eventType,
    outcome: input.outcome,
    ...dateColumns(input.occurred, input.timeZone),
    killedMin: input.killed?.min ?? null,
    killedMax: input.killed?.max ?? null,
    injuredMin: input.injured?.min ?? null,
    injuredMax: input.injured?.max ?? null,
    unsourcedReason: input.unsourcedReason,
  };
}

/** Replaces participations and campaigns where the change gives them. */
export async function replaceRelations(
  transaction: Transaction,
  incidentId: string,
  change: Pick<Partial<IncidentInput>, "participations" | "campaigns">,
): Promise<void> {
  if (change.participations) {
    await replaceParticipations(transaction, incidentId, change.participations);
  }
  if (change.campaigns) {
    await replaceCampaigns(transaction, incidentId, change.campaigns);
  }
}

function resolve(
  found: readonly { id: string; slug: string }[],
  wanted: readonly { slug: string; path: string }[],
  what: string,
): string[] {
  const ids = new Map(found.map((row) => [row.slug, row.id]));
  const errors: FieldError[] = wanted
    .filter(({ slug }) => !ids.has(slug))
    .map(({ slug, path }) => ({
      path,
      message: `There is no ${what} "${slug}". Choose one from the list or add it first.`,
    }));
  if (errors.length > 0) {
    throw new AppError("invalid-input", { message: `There is no such ${what}.`, errors });
  }
  return wanted.map(({ slug }) => ids.get(slug) ?? "");
}

async function replaceParticipations(
  transaction: Transaction,
  incidentId: string,
  participations: IncidentInput["participations"],
): Promise<void> {
  const slugs = participations.map((part) => part.actor);
  const found = await transaction.actor.findMany({
    where: { slug: { in: slugs } },
    select: { id: true, slug: true },
  });
  const ids = resolve(
    found,
    slugs.map((slug, index) => ({ slug, path: `participations.${index}.actor` })),
    "actor",
  );
  await transaction.participation.deleteMany({ where: { incidentId } });
  await transaction.participation.createMany({
    data: participations.map(({ role, attribution, attributedBy }, position) => ({
      incidentId,
      actorId: ids[position] ?? "",
      role,
      attribution,
      attributedBy,
      position,
    })),
  });
}

async function replaceCampaigns(
  transaction: Transaction,
  incidentId: string,
  slugs: readonly string[],
): Promise<void> {
  const unique = [...new Set(slugs)];
  const found = await transaction.campaign.findMany({
    where: { slug: { in: unique } },
    select: { id: true, slug: true },
  });
  const ids = resolve(
    found,
    unique.map((slug, index) => ({ slug, path: `campaigns.${index}` })),
    "campaign",
  );
  await transaction.incidentCampaign.deleteMany({ where: { incidentId } });
  await transaction.incidentCampaign.createMany({
    data: ids.map((campaignId) => ({ incidentId, campaignId })),
  });
}
