import type { PlaceKind } from "@/lib/taxonomy/terms";
import { findBorders } from "./borders";
import { findCapitals } from "./capitals";
import type { Entity } from "./entities";
import { FACILITIES, PERSON_TITLES, PLACE_HEADS, PLACE_PREPOSITIONS } from "./entity-words";
import { findFacility } from "./facilities";
import type { Knowledge, KnownPlace } from "./knowledge";
import { choosePlace, type PlaceContext, type PlaceUse, type ResolvedPlace } from "./place-choice";
import type { Token } from "./tokens";

const NEAR =
  /(?:\bnear|close to|outside|outskirts of|vicinity of|adjacent to|next to|beside|just (?:north|south|east|west) of|(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west) of|(?:km|kilomet(?:er|re)s|miles|mi)(?: \([^)]{1,20}\))? (?:from|\w+ of)|off(?: the coast of)?|around|approaching)(?: the)?(?: [a-z]+){0,4}\s*$/i;
const NOT_LOCATIVE_AFTER = new Set(
  "based backed led linked born made allied aligned affiliated supported owned".split(" "),
);
/** Words after a country's name that leave it a name; before any other it is an adjective ("the US embassies"). */
const AFTER_COUNTRY =
  /^(?:and|or|on|in|at|by|with|has|have|had|was|were|is|are|that|which|who|where|when|while|after|before|since|during|for|from|to|but|as|over|last|late|early|this|yesterday|today|will|would|said|says|killed|killing|kills|left|leaving|wounding|injuring|border|between|near|following|amid|against|under|earlier|overnight|through|of|have|could|may|might)$/;
const SKIPPED =
  /^(?:the|a|an|of|restive|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|north|south|east|west|central|nearby|neighbou?ring|capital|city|town|village|port|province|district|region|suburb|neighbou?rhood|area|state|island|provincial|coastal|mountainous|remote|besieged|volatile|upper|lower|main|largest|second|country's|downtown|greater|old|new|ancient|industrial|holy|troubled|disputed|border|sea|red|black|'s|,)$/;
const HEAD_KINDS: Record<string, PlaceKind> = {
  province: "province",
  governorate: "province",
  oblast: "province",
  state: "province",
  county: "district",
  region: "province",
  district: "district",
  raion: "district",
  subdistrict: "district",
  village: "village",
  town: "town",
  city: "city",
  airbase: "base",
  airport: "airport",
};

function prepositionBefore(tokens: readonly Token[], at: number, entities: readonly Entity[]): string {
  for (let i = at - 1; i >= Math.max(0, at - 7); i -= 1) {
    const token = tokens[i];
    if (!token) return "";
    if (token.lower !== "of" && PLACE_PREPOSITIONS.has(token.lower)) return token.lower;
    const owner = entities.some(
      (e) => e.last === i + 1 && (e.kind === "demonym" || e.kind === "country" || e.kind === "place"),
    );
    if (owner || SKIPPED.test(token.lower) || token.text === "'s") continue;
    if (token.lower === "of") continue;
    return tokens[i + 1]?.lower === "of" || tokens[i + 2]?.lower === "of" ? "of" : "";
  }
  return tokens[at - 1]?.lower === "of" ? "of" : "";
}

function candidatesOf(entity: Entity): readonly KnownPlace[] {
  if (entity.kind === "place") return entity.places;
  return entity.kind === "name" ? entity.towns : [];
}

/** The country or place right after a comma: "Tripoli, Lebanon", "Chak district, Wardak province". */
function hintAfter(
  entities: readonly Entity[],
  tokens: readonly Token[],
  last: number,
): { country: string | null; near: KnownPlace | null } {
  let at = last;
  if (PLACE_HEADS.has(tokens[at]?.lower ?? "")) at += 1;
  if (!/^(?:,|in|of|and|\()$/.test(tokens[at]?.lower ?? "")) return { country: null, near: null };
  const next = entities.find((entity) => entity.first > at && entity.first <= at + 3);
  if (next?.kind === "country" || next?.kind === "demonym")
    return { country: tokens[at]?.lower === "and" ? null : next.country.code, near: null };
  if (next?.kind === "name") {
    const divisions = next.towns.filter((town) => town.kind === "province");
    const near = divisions[0] ?? null;
    return { country: divisions.length === 1 ? (near?.country ?? null) : null, near };
  }
  if (next?.kind !== "place") return { country: null, near: null };
  const near = next.places[0] ?? null;
  return { country: next.places.length === 1 ? (near?.country ?? null) : null, near };
}

const resolved = (place: KnownPlace): ResolvedPlace => ({
  slug: place.slug,
  name: place.name,
  kind: place.kind,
  country: place.country,
  admin1: place.admin1,
  latitude: place.latitude,
  longitude: place.longitude,
  timeZone: place.timeZone,
});

const unknown = (name: string, kind: PlaceKind): ResolvedPlace => ({
  slug: null,
  name,
  kind,
  country: null,
  admin1: null,
  latitude: null,
  longitude: null,
  timeZone: null,
});

/** Whether words that no curated entry names are used as a place at all. */
function looksLikePlace(
  entity: Entity & { kind: "name" },
  tokens: readonly Token[],
  preposition: string,
  hasHint: boolean,
): boolean {
  const next = tokens[entity.last]?.lower ?? "";
  const previous = tokens[entity.first - 1];
  const head = PLACE_HEADS.has(next) && !/^(?:area|department|state)$/.test(next);
  const headBefore = previous?.lower === "of" && PLACE_HEADS.has(tokens[entity.first - 2]?.lower ?? "");
  if (PERSON_TITLES.has(previous?.lower ?? "")) return false;
  if (head || headBefore || (hasHint && preposition !== "")) return true;
  if (previous?.isCapital && previous.isWord && !PLACE_PREPOSITIONS.has(previous.lower) && entity.first > 1)
    return false;
  if (/^(?:in|at|near|outside|around|across|inside|throughout|of|on)$/.test(preposition))
    return !/^(?:said|says|told|who|reported|added)$/.test(next);
  return /^(?:from|to|toward|towards|between|into|over)$/.test(preposition) && entity.towns.length > 0;
}

function readPlace(
  entity: Entity,
  tokens: readonly Token[],
  entities: readonly Entity[],
  context: PlaceContext,
  plain: string,
): PlaceUse | null {
  if (entity.kind === "actor" || entity.kind === "group" || entity.kind === "demonym") return null;
  const next = tokens[entity.last];
  const glued = next?.isGlued === true && NOT_LOCATIVE_AFTER.has(next.lower);
  const preposition = prepositionBefore(tokens, entity.first, entities);
  const hint = hintAfter(entities, tokens, entity.last);
  const headBefore = tokens[entity.first - 1]?.lower === "of" ? (tokens[entity.first - 2]?.lower ?? "") : "";
  const head = PLACE_HEADS.has(next?.lower ?? "")
    ? (next?.lower ?? "")
    : headBefore === "district"
      ? ""
      : headBefore;
  const before = plain.slice(Math.max(tokens[0]?.start ?? 0, entity.start - 60), entity.start);
  const isPremodifier =
    next !== undefined &&
    !next.isCapital &&
    !glued &&
    preposition === "" &&
    /^(?:attacks?|bomb|bombing|bombings|blast|blasts|explosion|explosions|shooting|shootings|protests?|riots?|clashes|siege|airstrikes?|strikes?|car|suicide|drone|rocket|embassy|airport|market|mosque|massacre|raid|assault|killings?|stabbing)$/.test(
      next.lower,
    );
  // "head of Iran's Quds Force", "the government of Iraq": a country that owns something is not where it happened.
  const isAdjective =
    entity.kind === "country" &&
    next?.isWord === true &&
    next.text !== "'s" &&
    !next.isCapital &&
    !AFTER_COUNTRY.test(next.lower);
  const isPossessor =
    entity.kind === "country" &&
    ((next?.text === "'s" &&
      !/^(?:capital|border|north|south|east|west|coast|northern|southern|eastern|western|central|largest|second)$/.test(
        tokens[entity.last + 1]?.lower ?? "",
      )) ||
      (preposition === "of" &&
        !/^(?:north|south|east|west|city|town|province|part|parts|region|coast|capital|centre|center|areas?|outskirts|outside|northwest|northeast|southwest|southeast|village|district|port|state|island|waters|side)$/.test(
          tokens[entity.first - (tokens[entity.first - 1]?.lower === "the" ? 3 : 2)]?.lower ?? "",
        )));
  const common = {
    first: entity.first,
    last: entity.last,
    start: entity.start,
    end: entity.end,
    preposition,
    isNear: preposition !== "in" && preposition !== "at" && NEAR.test(before),
    isLocative: !glued && !isPossessor && !isAdjective && (preposition !== "" || isPremodifier),
  };
  if (entity.kind === "country") {
    const { code, name, centre } = entity.country;
    const place = { ...unknown(name, "country"), ...centre, country: code };
    return { ...common, place };
  }
  if (
    entity.kind === "name" &&
    !looksLikePlace(entity, tokens, preposition, hint.country !== null || hint.near !== null)
  ) {
    const isProminent = entity.towns.some((town) => (town.population ?? 0) > 150_000);
    if (!isPremodifier || !isProminent) return null;
  }
  const chosen = choosePlace(candidatesOf(entity), context, { ...hint, head });
  // A qualified name ("Batman (Turkey)") is also an ordinary word: it needs its country in the article.
  if (chosen?.place.name.includes("(") && !context.countries.has(chosen.place.country ?? "")) return null;
  if (chosen && (entity.kind === "place" || isTrusted(chosen, context, hint.country))) {
    return {
      ...common,
      place: { ...resolved(chosen.place), ...(entity.kind === "name" ? headKind(head) : {}) },
    };
  }
  if (
    entity.kind !== "name" ||
    entity.text.length < 3 ||
    /^(?:from|to|of|over|into|between|on)$/.test(head === "" ? preposition : "")
  )
    return null;
  const country = hint.country ?? hint.near?.country ?? null;
  const isVouched = HEAD_KINDS[head] !== undefined || country !== null;
  return { ...common, place: { ...unknown(entity.text, HEAD_KINDS[head] ?? "town"), country, isVouched } };
}

const headKind = (head: string): { kind?: PlaceKind } => (HEAD_KINDS[head] ? { kind: HEAD_KINDS[head] } : {});

/** A GeoNames town must lie in a country of the article, or be large enough to need no introduction. */
function isTrusted(
  chosen: { place: KnownPlace; score: number },
  context: PlaceContext,
  hinted: string | null,
): boolean {
  const { place } = chosen;
  if (hinted) return place.country === hinted;
  if (context.countries.size === 0) return true;
  return (
    (place.country !== null && (context.countries.get(place.country) ?? 0) >= 0.5) ||
    (place.population ?? 0) > 300_000
  );
}

/** Places of one sentence in order; borders and facilities ("its embassy in Baghdad") are resolved as one place. */
export function findPlaces(
  plain: string,
  tokens: readonly Token[],
  entities: readonly Entity[],
  context: PlaceContext,
  knowledge: Knowledge,
): PlaceUse[] {
  const uses: PlaceUse[] = [];
  uses.push(...findBorders(tokens, entities, context, knowledge));
  uses.push(...findCapitals(tokens, entities, context, knowledge));
  for (const entity of entities) {
    if (uses.some((use) => entity.first < use.last && use.first < entity.last)) continue;
    const use = readPlace(entity, tokens, entities, context, plain);
    if (!use) continue;
    // "in Khost and Paktiya provinces", "Chak district, Wardak province": a list shares its preposition.
    const previous = uses.at(-1);
    const gap = previous
      ? tokens.slice(previous.last, use.first).filter((t) => !PLACE_HEADS.has(t.lower))
      : [];
    if (
      previous?.isLocative &&
      !use.isLocative &&
      gap.length > 0 &&
      gap.length <= 2 &&
      gap.every((t) => /^(?:,|and|'s|\()$/.test(t.lower))
    ) {
      use.isLocative = true;
      use.preposition = previous.preposition;
      use.isNear = previous.isNear;
    }
    // "From Afrin in northern Syria": the second place says where the first one is.
    if (previous?.preposition === "from" && use.first - previous.last <= 3 && use.preposition === "in")
      use.preposition = "from";
    uses.push(use);
  }
  for (const [i, token] of tokens.entries()) {
    if (!FACILITIES.has(token.lower)) continue;
    const facility = findFacility(tokens, entities, uses, i, knowledge);
    if (facility) uses.splice(uses.indexOf(facility.replaces), 1, facility.use);
  }
  return uses.sort((a, b) => a.first - b.first);
}
