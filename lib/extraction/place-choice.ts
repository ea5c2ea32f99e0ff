import { distanceKm } from "@/lib/geo/distance";
import type { PlaceKind, PlacePrecision } from "@/lib/taxonomy/terms";
import type { Entity } from "./entities";
import type { KnownPlace } from "./knowledge";
import type { Span } from "./text";

/** A place that a mention can be at; coordinates are null when the gazetteer does not know it. */
export type ResolvedPlace = {
  slug: string | null;
  name: string;
  kind: PlaceKind;
  country: string | null;
  admin1: string | null;
  latitude: number | null;
  longitude: number | null;
  timeZone: string | null;
  /** False for words that only stand where a place would stand: they neither part events nor make one. */
  isVouched?: boolean;
};

/** A place as a sentence uses it. */
export type PlaceUse = Span & {
  first: number;
  last: number;
  place: ResolvedPlace;
  /** "near", "outside", "20 km west of". */
  isNear: boolean;
  /** Stands after a preposition of place, or before an event noun ("Kabul bombing"): a place where something is. */
  isLocative: boolean;
  /** The preposition in front, "" when there is none. */
  preposition: string;
};

/** What the rest of the article says about where it plays. */
export type PlaceContext = { countries: Map<string, number>; anchors: KnownPlace[] };

const LEVELS: Partial<Record<PlaceKind, number>> = {
  city: 4,
  town: 4,
  village: 4,
  neighbourhood: 5,
  district: 3,
  border: 3,
  province: 2,
  region: 1.5,
  sea: 1.5,
  country: 1,
};

/** 1 (country) to 5 (a base, an embassy). */
export const placeLevel = (kind: PlaceKind): number => LEVELS[kind] ?? 5;

export function precisionOf(kind: PlaceKind, isNear: boolean): PlacePrecision {
  if (kind === "country" || kind === "province" || kind === "district") return kind;
  if (kind === "region" || kind === "sea" || kind === "border") return "region";
  return isNear ? "near" : "exact";
}

/** A name that one large city bears before all others: "San Salvador", "Medellín". */
function dominantCity(towns: readonly KnownPlace[]): KnownPlace | null {
  const [first, second] = [...towns].sort((a, b) => (b.population ?? 0) - (a.population ?? 0));
  const size = first?.population ?? 0;
  return first && size >= 200_000 && size >= 4 * (second?.population ?? 0) ? first : null;
}

/** Weighs countries by how often and how directly the article names them; GeoNames names do not count. */
export function placeContext(sentences: readonly (readonly Entity[])[]): PlaceContext {
  const countries = new Map<string, number>();
  const anchors: KnownPlace[] = [];
  const add = (code: string | null, weight: number) => {
    if (code) countries.set(code, (countries.get(code) ?? 0) + weight);
  };
  for (const entities of sentences) {
    for (const entity of entities) {
      if (entity.kind === "country") add(entity.country.code, entity.country.code === "US" ? 0.5 : 2);
      if (entity.kind === "demonym") add(entity.country.code, entity.country.code === "US" ? 0.3 : 1);
      if (entity.kind === "name") {
        const divisions = entity.towns.filter((town) => town.kind === "province");
        const city = dominantCity(entity.towns);
        if (city) {
          add(city.country, 1);
          if (anchors.length < 50) anchors.push(city);
        }
        if (divisions.length === 1 && entity.towns.every((town) => (town.population ?? 0) < 100_000))
          add(divisions[0]?.country ?? null, 1);
      }
      if (entity.kind === "group" && entity.country)
        add(entity.country.code, entity.country.code === "US" ? 0.3 : 1);
      const place = entity.kind === "place" && entity.places.length === 1 ? entity.places[0] : undefined;
      if (!place || place.kind === "country" || place.name.includes("(")) continue;
      add(place.country, 2);
      if (anchors.length < 50) anchors.push(place);
    }
  }
  return { countries, anchors };
}

/** Countries that the text around a name points to, strongest hint first. */
export type PlaceHint = { country: string | null; head: string; near: KnownPlace | null };

function score(place: KnownPlace, context: PlaceContext, hint: PlaceHint): number {
  let total = place.source === "sightline" ? 4 : 0;
  if (place.country) {
    total += Math.min(6, context.countries.get(place.country) ?? 0);
    if (hint.country) total += place.country === hint.country ? 8 : -8;
  }
  if (hint.near) {
    total += distanceKm(place, hint.near) < 250 ? 3 : 0;
  } else if (context.anchors.length > 0) {
    const nearest = Math.min(...context.anchors.map((anchor) => distanceKm(place, anchor)));
    total += nearest < 100 ? 3 : nearest < 400 ? 1.5 : 0;
  }
  if (place.population) total += Math.log10(place.population + 1) / 2;
  if (/^(?:province|governorate|state|oblast|region|county)$/.test(hint.head)) {
    total += place.kind === "province" ? 6 : place.kind === "district" ? 1 : 0;
  } else if (/^(?:district|subdistrict|raion)$/.test(hint.head)) {
    total += place.kind === "district" ? 5 : place.kind === "province" ? -2 : 0;
  } else if (place.source === "geonames" && place.kind !== "province" && place.population === null)
    total -= 1.5;
  return total;
}

/** The candidate that fits the article and the words around it best, with its score, or null. */
export function choosePlace(
  candidates: readonly KnownPlace[],
  context: PlaceContext,
  hint: PlaceHint,
): { place: KnownPlace; score: number } | null {
  let best: { place: KnownPlace; score: number } | null = null;
  for (const place of candidates.slice(0, 60)) {
    const value = score(place, context, hint);
    if (!best || value > best.score) best = { place, score: value };
  }
  return best;
}

/** The most exact place of a list, then the first. */
export const mostExact = (uses: readonly PlaceUse[]): PlaceUse | null =>
  [...uses].sort((a, b) => placeLevel(b.place.kind) - placeLevel(a.place.kind) || a.first - b.first)[0] ??
  null;
