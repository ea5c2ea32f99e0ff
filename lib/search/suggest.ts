import "server-only";
import { searchActors } from "@/lib/actors/queries";
import { searchCampaigns } from "@/lib/campaigns/queries";
import { database, type Reader } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { foldTyped } from "@/lib/db/name-match";
import { foldName } from "@/lib/geo/fold";
import { readIncidentAddress } from "@/lib/incidents/address";
import { emptyFilter, type IncidentFilter, toggleFilter } from "@/lib/incidents/filters";
import { countIncidents, listIncidentSummaries } from "@/lib/incidents/queries";
import { wordsFound } from "@/lib/incidents/text-search";
import { searchPlaces } from "@/lib/places/queries";
import { eventGroupLabels, eventGroups, eventTypeLabel, eventTypes } from "@/lib/taxonomy/event-types";
import { fromMemory } from "@/lib/timeline/memory/reading";
import type { SearchSuggestions } from "./schema";

/** Names that are looked at for each that is shown: many places are in no incident. */
const tried = 8;
/** Incidents that are compared to find the best titles. */
const compared = 200;

/**
 * What a reader may mean by the words typed so far: names that published incidents have, and published incidents.
 * @param limit of each kind, 1 to 10
 */
export async function suggest(
  text: string,
  limit: number,
  reader: Reader = database(),
): Promise<SearchSuggestions> {
  const typed = foldTyped(text.trim());
  if (typed === "") return { types: [], actors: [], places: [], campaigns: [], incidents: [] };
  const [types, actors, places, campaigns, incidents] = await Promise.all([
    counted("type", typesLike(typed), limit, reader),
    searchActors(text, Math.min(limit * tried, 50), reader)
      .then((found) => inUse("actors", found, reader))
      .then((found) => counted("actor", found, limit, reader)),
    searchPlaces(text, Math.min(limit * tried, 50), reader)
      .then((found) => inUse("places", found, reader))
      .then((found) => counted("place", found, limit, reader)),
    searchCampaigns(text, limit, reader).then((found) => counted("campaign", found, limit, reader)),
    findIncidents(text, typed, limit, reader),
  ]);
  return {
    types,
    actors: actors.map(({ slug, name, matched, count }) => ({ slug, name, matched, count })),
    places: places.map(({ slug, name, country, matched, count }) => ({
      slug,
      name,
      country,
      matched,
      count,
    })),
    campaigns,
    incidents,
  };
}

type Named = { slug: string; name: string };

function typesLike(typed: string): Named[] {
  const all: Named[] = [
    ...eventGroups.map((slug) => ({ slug, name: eventGroupLabels[slug] })),
    ...eventTypes.map((slug) => ({ slug, name: eventTypeLabel(slug) })),
  ];
  const begins = new RegExp(`(?:^|[^\\p{L}])${typed.replace(/[^\p{L}\p{N} ]/gu, ".")}`, "u");
  return all.filter(({ name }) => begins.test(foldName(name)));
}

/** Those that the copy in memory knows, because incidents have them or something below them; all without it. */
async function inUse<Found extends Named>(
  kind: "actors" | "places",
  found: Found[],
  reader: Reader,
): Promise<Found[]> {
  const known = await fromMemory(emptyFilter, undefined, reader, ({ store }) =>
    found.filter(({ slug }) => store.vocabulary[kind].codeOfSlug(slug) > 0),
  );
  return known ?? found;
}

/** The first of these that published incidents have, with how many. */
async function counted<Found extends Named>(
  name: "type" | "actor" | "place" | "campaign",
  found: readonly Found[],
  limit: number,
  reader: Reader,
): Promise<(Found & { count: number })[]> {
  const shown: (Found & { count: number })[] = [];
  for (let at = 0; at < found.length && shown.length < limit; at += limit) {
    const some = await Promise.all(
      found.slice(at, at + limit).map(async (one) => {
        const filter: IncidentFilter = toggleFilter(emptyFilter, name, one.slug);
        return { ...one, count: await countIncidents(filter, {}, reader) };
      }),
    );
    shown.push(...some.filter(({ count }) => count > 0));
  }
  return shown.slice(0, limit);
}

async function findIncidents(
  text: string,
  typed: string,
  limit: number,
  reader: Reader,
): Promise<SearchSuggestions["incidents"]> {
  const address = readIncidentAddress(text.trim().toUpperCase());
  const named = address ? await listIncidentSummaries([address.publicId], {}, reader) : [];
  if (named.length > 0) return named.map(suggestionOf);
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0 || typed.length < 3) return [];
  // The last word may be unfinished.
  const prefix = words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(" & ");
  const begun = await bestTitles(
    typed,
    Prisma.sql`i.search @@ to_tsquery('sightline', ${prefix})`,
    limit,
    reader,
  );
  return begun.length > 0 ? begun : bestTitles(typed, wordsFound(text, Prisma.sql`i`), limit, reader);
}

async function bestTitles(
  typed: string,
  which: Prisma.Sql,
  limit: number,
  reader: Reader,
): Promise<SearchSuggestions["incidents"]> {
  const rows = await reader.$queryRaw<{ publicId: string }[]>`
    SELECT public_id AS "publicId" FROM (
      SELECT i.public_id, i.title, i.earliest FROM incident i
      WHERE i.status = 'published' AND ${which} LIMIT ${compared}::int
    ) found ORDER BY word_similarity(${typed}, title) DESC, earliest DESC, public_id LIMIT ${limit}::int`;
  const found = await listIncidentSummaries(
    rows.map(({ publicId }) => publicId),
    {},
    reader,
  );
  return found.map(suggestionOf);
}

const suggestionOf = ({
  publicId,
  title,
  eventType,
  occurred,
  timeZone,
}: SearchSuggestions["incidents"][number]): SearchSuggestions["incidents"][number] => ({
  publicId,
  title,
  eventType,
  occurred,
  timeZone,
});
