import { getCountry } from "@/lib/geo/countries";
import type { PlaceKind } from "@/lib/taxonomy/terms";
import { findBorders, isBorder } from "./borders";
import { findCapitals } from "./capitals";
import { isCommonWord } from "./common-words";
import type { Entity } from "./entities";
import { FACILITIES, PEOPLES, PERSON_TITLES, PLACE_HEADS, PLACE_PREPOSITIONS } from "./entity-words";
import { findFacility } from "./facilities";
import type { Knowledge, KnownPlace } from "./knowledge";
import { choosePlace, type PlaceContext, type PlaceUse, type ResolvedPlace } from "./place-choice";
import { headOf, hintAfter, usageOf } from "./place-usage";
import { shipsIn } from "./ships";
import { foldWord, type Token } from "./tokens";
import { isOf, wordClass } from "./word-class";

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
  camp: "camp",
  airport: "airport",
};

function candidatesOf(entity: Entity): readonly KnownPlace[] {
  if (entity.kind === "place") return entity.places;
  return entity.kind === "name" ? entity.towns : [];
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

const SETTLEMENT = wordClass(({ lower }) =>
  /^(?:village|town|settlement|hamlet|city|suburb|port|district|community|township|municipality)$/.test(
    lower,
  ),
);

/** ", a farming village", ", about 20 km from": what stands behind a name says that it is a place. */
const isExplained = (tokens: readonly Token[]): boolean => {
  const words = tokens.map((token) => token.lower);
  const end = tokens.findIndex((token) => isOf(token, SETTLEMENT));
  if (end > 0 && /^(?:a|an|the|another)$/.test(words[0] ?? "")) return !words.slice(0, end).includes("of");
  return /^(?:about |some |around |nearly |roughly )?\d+ (?:km|kilomet(?:er|re)s|miles)\b/.test(
    words.join(" "),
  );
};

/** "The death last night of ...", "the leader of ...": no place follows. */
const OF_SOMEBODY =
  /^(?:night|day|yesterday|today|morning|evening|afternoon|week|month|leader|member|members|head|chief|deaths?|murder|killing|assassination|arrest|body|son|wife|brother|release|memory|name|party|front)$/;
const CHANGED_HANDS =
  /^(?:took|taken|captured|seized|retook|recaptured|overran|overrun|liberated|occupied|entered|lost|shelled|bombed|bombarded|attacked|raided|besieged|stormed|reached|secured|abandoned|left|rocked|shook|rattled|hit|struck|pounded|battered|strafed|rocketed|mortared|devastated|targeted|targeting|hitting|striking|shelling|attacking|bombing|bombarding|pounding|paralysed|paralyzed)$/;
const FELL = /^(?:fell|falls|fallen|went)$/;

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
  // "At a Larkfield branch": one of several is no place.
  if (PERSON_TITLES.has(previous?.lower ?? "") || (/^an?$/.test(previous?.lower ?? "") && !head))
    return false;
  if (next === "," && isExplained(tokens.slice(entity.last + 1, entity.last + 7))) return true;
  if (head || headBefore || (hasHint && preposition !== "")) return true;
  if (previous?.isCapital && previous.isWord && !PLACE_PREPOSITIONS.has(previous.lower) && entity.first > 1)
    return false;
  // "Eastmere was the scene of it".
  if (
    entity.towns.length > 0 &&
    next === "was" &&
    tokens[entity.last + 1]?.lower === "the" &&
    /^(?:site|scene)$/.test(tokens[entity.last + 2]?.lower ?? "")
  )
    return true;
  // "Rebels took Gao", "Kidal fell": the verb says that it is a place.
  if (entity.towns.length > 0 && (CHANGED_HANDS.test(previous?.lower ?? "") || FELL.test(next))) return true;
  if (/^(?:in|at|near|outside|around|across|inside|throughout|of|on)$/.test(preposition))
    return !/^(?:said|says|told|who|reported|added)$/.test(next);
  return (
    /^(?:from|to|toward|towards|between|into|over|off|along|through)$/.test(preposition) &&
    entity.towns.length > 0
  );
}

function readPlace(
  entity: Entity,
  tokens: readonly Token[],
  entities: readonly Entity[],
  context: PlaceContext,
  plain: string,
): PlaceUse | null {
  if (entity.kind === "group" || entity.kind === "demonym") return null;
  if (entity.kind === "name" && PEOPLES.has(foldWord(entity.text))) return null;
  if (entity.kind === "actor") {
    const state = entity.actor.kind === "state" ? getCountry(entity.actor.country ?? "") : null;
    if (!state) return null;
    const { usage } = usageOf(entity, tokens, entities, plain);
    // "In the Netherlands": where something is, a state is a country.
    const isThere = /^(?:in|across|throughout|inside|into|from|near|around|outside)$/.test(usage.preposition);
    return isThere
      ? { ...usage, place: { ...unknown(state.name, "country"), ...state.centre, country: state.code } }
      : null;
  }
  const hint = hintAfter(entities, tokens, entity.last);
  const head = headOf(tokens, entity);
  const { usage, isPremodifier } = usageOf(entity, tokens, entities, plain);
  const { preposition } = usage;
  // "The village of Puerto Rico": not the country of that name.
  if (
    entity.kind === "country" &&
    tokens[entity.first - 1]?.lower === "of" &&
    /^(?:village|town)$/.test(head)
  )
    return { ...usage, place: { ...unknown(entity.text, HEAD_KINDS[head] ?? "town"), isVouched: true } };
  if (entity.kind === "country") {
    const { code, name, centre } = entity.country;
    const place = { ...unknown(name, "country"), ...centre, country: code };
    return { ...usage, place };
  }
  if (
    entity.kind === "name" &&
    !looksLikePlace(entity, tokens, preposition, hint.country !== null || hint.near !== null)
  ) {
    const isProminent = entity.towns.some((town) => (town.population ?? 0) > 150_000);
    if (!isPremodifier || !isProminent) return null;
  }
  // "Staff", "Technology", "the Line of Control": an ordinary word is a town where something says so.
  const isWord =
    entity.kind === "name" && entity.last - entity.first === 1 && isCommonWord(foldWord(entity.text));
  if (isWord && HEAD_KINDS[head] === undefined && hint.country === null && hint.near === null) return null;
  const chosen = choosePlace(candidatesOf(entity), context, { ...hint, head });
  // A qualified name ("Batman (Turkey)") is also an ordinary word: it needs its country in the article.
  const isThere = /^(?:in|at|near|outside|around)$/.test(preposition) && !isCommonWord(foldWord(entity.text));
  if (chosen?.place.name.includes("(") && !isThere && !context.countries.has(chosen.place.country ?? ""))
    return null;
  if (
    chosen &&
    (entity.kind === "place" || isTrusted(chosen, context, hint.country, isUnique(entity, preposition)))
  ) {
    return {
      ...usage,
      place: { ...resolved(chosen.place), ...(entity.kind === "name" ? headKind(head) : {}) },
    };
  }
  const isTold =
    isExplained(tokens.slice(entity.last + 1, entity.last + 7)) && tokens[entity.last]?.text === ",";
  if (
    entity.kind !== "name" ||
    entity.text.length < 3 ||
    (!isTold &&
      /^(?:from|to|of|over|into|between|on)$/.test(head === "" || OF_SOMEBODY.test(head) ? preposition : ""))
  )
    return null;
  const country = hint.country ?? hint.near?.country ?? null;
  const isVouched = HEAD_KINDS[head] !== undefined || country !== null || isTold;
  return { ...usage, place: { ...unknown(entity.text, HEAD_KINDS[head] ?? "town"), country, isVouched } };
}

const headKind = (head: string): { kind?: PlaceKind } => (HEAD_KINDS[head] ? { kind: HEAD_KINDS[head] } : {});

/** One town of the world bears the name, it is no word, and something is in it. */
const isUnique = (entity: Entity, preposition: string): boolean =>
  entity.kind === "name" &&
  entity.towns.length === 1 &&
  entity.text.length > 5 &&
  /^(?:in|at|near|outside)$/.test(preposition) &&
  !isCommonWord(foldWord(entity.text));

/** A GeoNames town must lie in a country of the article, or be large enough to need no introduction. */
function isTrusted(
  chosen: { place: KnownPlace; score: number },
  context: PlaceContext,
  hinted: string | null,
  isOnlyOne: boolean,
): boolean {
  const { place } = chosen;
  if (hinted) return place.country === hinted;
  if (isOnlyOne && (context.countries.size === 0 || context.countries.has(place.country ?? ""))) return true;
  const weight = context.countries.get(place.country ?? "") ?? 0;
  if (context.countries.size === 0) return (place.population ?? 0) > 20_000;
  return (
    (place.country !== null && weight >= 0.5 && weight >= 0.35 * Math.max(...context.countries.values())) ||
    (place.population ?? 0) > 300_000
  );
}

const FACILITY = wordClass(({ lower }) => FACILITIES.has(lower));
/** What most sentences have none of, so that one look at their words is enough. */
const OF_PLACE = wordClass(({ lower }) => FACILITIES.has(lower) || isBorder(lower) || lower === "capital");

/** Places of one sentence in order; borders and facilities ("its embassy in Baghdad") are resolved as one place. */
export function findPlaces(
  plain: string,
  tokens: readonly Token[],
  entities: readonly Entity[],
  context: PlaceContext,
  knowledge: Knowledge,
): PlaceUse[] {
  const uses: PlaceUse[] = [];
  const isPlain = !tokens.some((token) => isOf(token, OF_PLACE));
  if (!isPlain) {
    uses.push(...findBorders(tokens, entities, context, knowledge));
    uses.push(...findCapitals(tokens, entities, context, knowledge));
  }
  const ships = shipsIn(tokens);
  for (const entity of entities) {
    if ([...uses, ...ships].some((use) => entity.first < use.last && use.first < entity.last)) continue;
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
  for (let i = isPlain ? tokens.length : 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || !isOf(token, FACILITY)) continue;
    const facility = findFacility(tokens, entities, uses, i, knowledge);
    if (facility) uses.splice(uses.indexOf(facility.replaces), 1, facility.use);
  }
  return uses.sort((a, b) => a.first - b.first);
}
