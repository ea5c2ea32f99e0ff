import "server-only";
import { completeQuotes } from "@/lib/claims/commands";
import type { ClaimInput, ClaimView, SourceView } from "@/lib/claims/schema";
import type { Reader } from "@/lib/db/client";
import { incidentColumns, unknownSlug } from "./columns";
import { sourceSelect, sourceView } from "./record";
import type { IncidentInput, IncidentPatch, IncidentRecord, IncidentView } from "./schema";
import { inputOfRecord } from "./state-input";

/**
 * The record that a change would make of another one, exactly as it would be shown; nothing is written.
 * Throws invalid-input naming what cannot be resolved, as the change itself would.
 */
export async function previewRecord(
  reader: Reader,
  base: IncidentRecord,
  { reason: _reason, ...patch }: IncidentPatch,
): Promise<IncidentRecord> {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const input: IncidentInput = { ...inputOfRecord(base), ...given };
  const columns = await incidentColumns(reader, input);
  const claims = patch.claims ? await claimViews(reader, patch.claims) : base.claims;
  const sources = new Map<string, SourceView>(claims.map(({ article }) => [article.articleId, article]));
  const incident: IncidentView = {
    ...base.incident,
    title: input.title,
    summary: input.summary,
    eventType: input.eventType,
    outcome: input.outcome,
    occurred: columns.occurred,
    timeZone: input.timeZone,
    earliest: columns.earliest.toISOString(),
    latest: columns.latest.toISOString(),
    place: patch.place === undefined ? base.incident.place : await placeView(reader, input, columns),
    killed: input.killed,
    injured: input.injured,
    participations: patch.participations
      ? await participationViews(reader, patch.participations)
      : base.incident.participations,
    campaigns: patch.campaigns ? await campaignViews(reader, patch.campaigns) : base.incident.campaigns,
    sources: [...sources.values()],
  };
  return { incident, claims, unsourcedReason: input.unsourcedReason };
}

async function placeView(
  reader: Reader,
  { place }: IncidentInput,
  columns: { latitude: number | null; longitude: number | null },
): Promise<IncidentView["place"]> {
  if (!place) return null;
  const found = await reader.place.findUniqueOrThrow({
    where: { slug: place.slug },
    select: { slug: true, name: true, country: true, admin1: true, latitude: true, longitude: true },
  });
  return {
    ...found,
    latitude: columns.latitude ?? found.latitude,
    longitude: columns.longitude ?? found.longitude,
    precision: place.precision,
  };
}

async function participationViews(
  reader: Reader,
  participations: IncidentInput["participations"],
): Promise<IncidentView["participations"]> {
  const slugs = participations.map(({ actor }) => actor);
  const found = await reader.actor.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, name: true },
  });
  return participations.map(({ actor: slug, ...rest }, index) => {
    const actor = found.find((one) => one.slug === slug);
    if (!actor) throw unknownSlug(`participations.${index}.actor`, "actor", slug);
    return { actor, ...rest };
  });
}

async function campaignViews(reader: Reader, slugs: readonly string[]): Promise<IncidentView["campaigns"]> {
  const found = await reader.campaign.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true, name: true },
    orderBy: { slug: "asc" },
  });
  for (const [index, slug] of slugs.entries()) {
    if (!found.some((one) => one.slug === slug)) throw unknownSlug(`campaigns.${index}`, "campaign", slug);
  }
  return found;
}

async function claimViews(reader: Reader, claims: readonly ClaimInput[]): Promise<ClaimView[]> {
  const quotes = await completeQuotes(
    reader,
    claims.map(({ articleId, quote }, index) => ({ articleId, quote, path: `claims.${index}` })),
  );
  const articles = await reader.article.findMany({
    where: { id: { in: claims.map(({ articleId }) => articleId) } },
    select: sourceSelect,
  });
  return claims.map((claim, index): ClaimView => {
    const article = articles.find(({ id }) => id === claim.articleId);
    const quote = quotes[index];
    if (!article || !quote) {
      throw new Error("completeQuotes refuses claims of articles that do not exist");
    }
    const { id = "", articleId: _articleId, ...said } = claim;
    return {
      ...said,
      id,
      quote,
      article: sourceView(article),
      reliability: article.publisher?.reliability ?? null,
    };
  });
}
