import type { Entity } from "./entities";
import { PLACE_HEADS, PLACE_PREPOSITIONS } from "./entity-words";
import type { KnownPlace } from "./knowledge";
import type { PlaceUse } from "./place-choice";
import type { Token } from "./tokens";

const NEAR =
  /(?:\bnear|close to|outside|outskirts of|vicinity of|adjacent to|next to|beside|just (?:north|south|east|west) of|(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west) of|(?:km|kilomet(?:er|re)s|miles|mi)(?: \([^)]{1,20}\))? (?:from|\w+ of)|off(?: the coast of)?|around|approaching)(?: the)?(?: [a-z]+){0,4}\s*$/i;
const NOT_LOCATIVE_AFTER = new Set(
  "based backed led linked born made allied aligned affiliated supported owned".split(" "),
);
/** Words after a country's name that leave it a name; before any other it is an adjective ("the US embassies"). */
const AFTER_COUNTRY =
  /^(?:and|or|on|in|at|by|with|has|have|had|was|were|is|are|that|which|who|where|when|while|after|before|since|during|for|from|to|but|as|over|last|late|early|this|yesterday|today|will|would|said|says|killed|killing|kills|left|leaving|wounding|injuring|border|between|near|following|amid|against|under|earlier|overnight|through|of|have|could|may|might|set|shot|hit|struck|blew|fought|took|held|opened|threw|burned|attacked|ambushed|stormed|kidnapped|abducted|seized|fired|bombed|shelled|clashed|wounded|injured|detonated|raided)$/;
const SKIPPED =
  /^(?:the|a|an|its|their|of|restive|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|north|south|east|west|central|nearby|neighbou?ring|capital|city|town|village|port|province|district|region|suburb|neighbou?rhood|area|state|island|provincial|coastal|mountainous|remote|besieged|volatile|upper|lower|main|largest|second|country's|downtown|greater|old|new|ancient|industrial|holy|troubled|disputed|border|sea|red|black|'s|,)$/;
/** Event nouns and facilities that a place's name describes by standing in front of them: "Kabul bombing". */
const PREMODIFIED =
  /^(?:attacks?|bomb|bombing|bombings|blast|blasts|explosion|explosions|shooting|shootings|protests?|riots?|clashes|siege|airstrikes?|strikes?|car|suicide|drone|rocket|embassy|airport|market|mosque|massacre|raid|assault|killings?|stabbing)$/;
const PART_OF_COUNTRY =
  /^(?:north|south|east|west|city|town|province|part|parts|region|coast|capital|centre|center|areas?|outskirts|outside|northwest|northeast|southwest|southeast|northern|southern|eastern|western|central|village|district|port|state|island|waters|side|border|largest|second)$/;

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

/** "Head of Iran's Quds Force", "the government of Iraq": a country that owns something is not where it happened. */
function isPossessor(entity: Entity, tokens: readonly Token[], preposition: string): boolean {
  if (entity.kind !== "country") return false;
  if (tokens[entity.last]?.text === "'s") return !PART_OF_COUNTRY.test(tokens[entity.last + 1]?.lower ?? "");
  if (preposition !== "of") return false;
  const owned = tokens[entity.first - (tokens[entity.first - 1]?.lower === "the" ? 3 : 2)];
  return !PART_OF_COUNTRY.test(owned?.lower ?? "");
}

/** "The US embassies": before a noun a country's name is an adjective. */
function isAdjective(entity: Entity, tokens: readonly Token[]): boolean {
  const next = tokens[entity.last];
  if (entity.kind !== "country" || !next?.isWord || next.text === "'s" || next.isCapital) return false;
  return !AFTER_COUNTRY.test(next.lower);
}

type Usage = Omit<PlaceUse, "place">;

/** How a sentence uses a place's name: its preposition, nearness, and whether something is there at all. */
export function usageOf(
  entity: Entity,
  tokens: readonly Token[],
  entities: readonly Entity[],
  plain: string,
): { usage: Usage; isPremodifier: boolean } {
  const { first, last, start, end } = entity;
  const next = tokens[last];
  const isGlued = next?.isGlued === true && NOT_LOCATIVE_AFTER.has(next.lower);
  const preposition = prepositionBefore(tokens, first, entities);
  const before = plain.slice(Math.max(tokens[0]?.start ?? 0, start - 60), start);
  const isPremodifier =
    next !== undefined && !next.isCapital && !isGlued && preposition === "" && PREMODIFIED.test(next.lower);
  const isOwner = isPossessor(entity, tokens, preposition) || isAdjective(entity, tokens);
  const isNear = preposition !== "in" && preposition !== "at" && NEAR.test(before);
  const isLocative = !isGlued && !isOwner && (preposition !== "" || isPremodifier);
  return { usage: { first, last, start, end, preposition, isNear, isLocative }, isPremodifier };
}

/** "province" in "Anbar province", "town" in "the town of Baga"; "" where no such word stands beside the name. */
export function headOf(tokens: readonly Token[], { first, last }: Entity): string {
  const next = tokens[last]?.lower ?? "";
  if (PLACE_HEADS.has(next)) return next;
  if (/^(?:refugee|displacement|army|military)$/.test(next) && tokens[last + 1]?.lower === "camp")
    return "camp";
  const before = tokens[first - 1]?.lower === "of" ? (tokens[first - 2]?.lower ?? "") : "";
  return before === "district" ? "" : before;
}

/** The country or place right after a comma: "Tripoli, Lebanon", "Chak district, Wardak province". */
export function hintAfter(
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
