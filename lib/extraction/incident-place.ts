import tzLookup from "@photostructure/tz-lookup";
import type { Country } from "@/lib/geo/countries";
import type { Cluster } from "./cluster-fit";
import type { Mention } from "./mentions";
import { type PlaceUse, placeLevel, precisionOf } from "./place-choice";
import type { ProposedPlace } from "./proposal";

export type ArticleFacts = {
  text: string;
  publishedOn: string | null;
  /** Zone for incidents without a place. */
  timeZone: string;
  /** The country that the article is about, for incidents whose place is not said; null when open. */
  country: PlaceUse["place"] | null;
  /** The article hardly speaks of any other country. */
  isOneCountry: boolean;
  /** Where the report was filed: the best guess for a main event of which only the country is told. */
  dateline: PlaceUse["place"] | null;
  /** Where the sentences before an incident without a place were set; null when they name nothing. */
  setting: PlaceUse["place"] | null;
};

/** The most exact place of the mentions; a wider one gives an unknown place its country. */
export function placeOf(cluster: Cluster): { use: PlaceUse; mention: Mention } | null {
  let best: { use: PlaceUse; mention: Mention; value: number } | null = null;
  for (const mention of cluster.mentions) {
    if (!mention.place) continue;
    const { place, isNear } = mention.place;
    const value =
      placeLevel(place.kind) +
      (place.isVouched === false ? -2.5 : place.latitude === null ? -1.5 : 0) -
      (isNear ? 0.3 : 0) -
      (mention.isReference ? 1 : 0);
    if (!best || value > best.value) best = { use: mention.place, mention, value };
  }
  return best;
}

export function proposedPlace(use: PlaceUse): ProposedPlace {
  const { slug, name, country, latitude, longitude, kind } = use.place;
  return { slug, name, country, latitude, longitude, precision: precisionOf(kind, use.isNear) };
}

const atPlace = (place: PlaceUse["place"], isNear = false): PlaceUse => ({
  first: 0,
  last: 0,
  start: 0,
  end: 0,
  place,
  isNear,
  isLocative: true,
  preposition: "in",
});

export const countryPlace = ({ code, name, centre }: Country): PlaceUse["place"] => ({
  slug: null,
  name,
  kind: "country",
  country: code,
  admin1: null,
  ...centre,
  timeZone: null,
});

/** Where an incident is put whose text names no place, or for the main one only a country; null to keep what it has. */
export function guessOf(
  mentions: readonly Mention[],
  use: PlaceUse | null,
  isMain: boolean,
  facts: ArticleFacts,
): PlaceUse | null {
  if (isMain && (!use || use.place.kind === "country")) return guessedPlace(use, facts);
  if (use) return null;
  const named = mentions.find((mention) => mention.country !== null)?.country ?? null;
  // American forces act everywhere: that they are named says least about where.
  const told = named?.code === "US" && facts.country && facts.country.country !== "US" ? null : named;
  const { setting } = facts;
  if (setting && (told === null || told.code === setting.country)) return atPlace(setting);
  return fallbackPlace(told, facts);
}

/** For a main event without a place, or with a country only: the dateline's town, else the article's country. */
function guessedPlace(use: PlaceUse | null, facts: ArticleFacts): PlaceUse | null {
  const { dateline, country } = facts;
  const fits =
    dateline &&
    (!use || use.place.country === dateline.country) &&
    (!country || country.country === dateline.country);
  if (dateline && fits) return atPlace(dateline, true);
  return use ? null : country && atPlace(country);
}

const fallbackPlace = (told: Country | null, facts: ArticleFacts): PlaceUse | null => {
  if (told) return atPlace(countryPlace(told));
  return facts.isOneCountry && facts.country ? atPlace(facts.country) : null;
};

export const zoneAt = (place: { latitude: number | null; longitude: number | null } | null): string | null =>
  place && place.latitude !== null && place.longitude !== null
    ? tzLookup(place.latitude, place.longitude)
    : null;
