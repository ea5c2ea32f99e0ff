import { getCountry } from "@/lib/geo/countries";
import type { Cue } from "./cues";
import type { AnalysedSentence } from "./mentions";
import { type PlaceUse, placeLevel } from "./place-choice";
import type { Segment } from "./segments";
import { foldWord } from "./tokens";

const TELLER =
  /^(?:said|told|interview|statement|met|meeting|talks|conference|summit|speaking|reported|bureau|based|born|trip|visit|visited|transported|evacuated|flown|airlifted|moved)$/;
/** They tell where there is telling, and are hit or killed where there is none. */
const MAYBE_TELLER =
  /^(?:spokesman|spokesperson|spokeswoman|officials?|residents?|reporters|correspondent|analyst|hospitals?)$/;
const TOLD = /^(?:told|said|says|according|quoted|taken|rushed|treated|died|interviewed|by|from|to|at)$/;

/** "Military headquarters in Salisbury announced". */
const OFFICE = /^(?:headquarters|command|ministry|government|embassy|agency|sources|diplomats|authorities)$/;
const TELLING = /^(?:said|says|announced|reported|confirmed|claimed|stated|told|warned|issued)$/;

/** "Said from the alliance's command headquarters in Northwood, England". */
function isSpokenFrom({ tokens }: AnalysedSentence, { first }: PlaceUse): boolean {
  const lead = tokens.slice(Math.max(0, first - 15), first).map(({ lower }) => lower);
  const at = lead.lastIndexOf("headquarters");
  return at >= 0 && lead.length - at <= 5 && lead.slice(0, at).some((word) => TELLING.test(word));
}

const STATE_TELLER = /^(?:ministry|military|army|government|presidency|kremlin|pentagon|sources)$/;

/** "In Moscow, the Defence Ministry said it downed 16 drones": a capital is where the state speaks. */
function isSeatOfTeller({ tokens }: AnalysedSentence, use: PlaceUse, cues: readonly Cue[]): boolean {
  const { country, name } = use.place;
  const isOpening = use.first <= 3 && use.preposition === "in" && tokens[use.last]?.text === ",";
  if (!isOpening || !country || foldWord(getCountry(country)?.capital ?? "") !== foldWord(name)) return false;
  const until = Math.min(use.last + 12, ...cues.map((cue) => cue.first));
  const lead = tokens.slice(use.last + 1, until).map(({ lower }) => lower);
  const at = lead.findIndex((word) => STATE_TELLER.test(word));
  return at >= 0 && lead.slice(at + 1, at + 3).some((word) => TELLING.test(word));
}

/** "A spokesman in Baghdad said", "told reporters in Doha": where the telling was. */
function isTellersPlace(sentence: AnalysedSentence, use: PlaceUse, cues: readonly Cue[]): boolean {
  const isSpoken = TELLING.test(sentence.tokens[use.last]?.lower ?? "");
  if (isSpokenFrom(sentence, use) || isSeatOfTeller(sentence, use, cues)) return true;
  for (let i = use.first - 1; i >= Math.max(0, use.first - 6); i -= 1) {
    const token = sentence.tokens[i];
    if (!token || cues.some((cue) => i >= cue.first && i < cue.last)) return false;
    // "Police reported that in the town of ...".
    if (token.lower === "that") return false;
    if (TELLER.test(token.lower) || (isSpoken && OFFICE.test(token.lower))) return true;
    if (MAYBE_TELLER.test(token.lower)) {
      const isObject = cues.some((cue) => cue.last <= i && cue.last >= i - 5 && cue.sense.pos !== "noun");
      const lead = sentence.tokens.slice(Math.max(0, i - 4), i);
      if (isSpoken || !isObject || lead.some(({ lower }) => TOLD.test(lower))) return true;
    }
    if (token.text === ",") return false;
  }
  return false;
}

/** Kilometres from which a town only says in which part of the country something was. */
const FAR_KM = 90;
const KM_PER: Readonly<Record<string, number>> = { km: 1, kms: 1, mile: 1.6, miles: 1.6 };

/** "300 miles south of Bogota", on land: not there. */
function isFarFrom({ tokens }: AnalysedSentence, { first, isNear, place }: PlaceUse): boolean {
  if (!isNear || placeLevel(place.kind) < 4) return false;
  for (let i = first - 1; i >= Math.max(1, first - 8); i -= 1) {
    const word = tokens[i]?.lower ?? "";
    if (word === "here" || word === ",") return false;
    const size = /^kilomet(?:er|re)s?$/.test(word) ? 1 : KM_PER[word];
    if (size === undefined) continue;
    return Number(tokens[i - 1]?.text.replace(",", "")) * size > FAR_KM;
  }
  return false;
}

/** "Escaped in the direction of the town". */
const isDirection = ({ tokens }: AnalysedSentence, { first }: PlaceUse): boolean =>
  tokens
    .slice(Math.max(0, first - 8), first)
    .some(({ lower }, i, lead) => lower === "direction" && lead[i + 1]?.lower === "of");

/** How well a place of the stretch fits the event: exactness first, then how it is used and how near it stands. */
function suitability(
  use: PlaceUse,
  cues: readonly Cue[],
  sentence: AnalysedSentence,
  own: readonly PlaceUse[],
): number {
  const sharpest = Math.max(...cues.map((cue) => cue.sense.strength));
  const nearest = Math.min(
    ...cues
      .filter((cue) => cue.sense.strength === sharpest)
      .map((cue) => (use.first >= cue.last ? use.first - cue.last : (cue.first - use.last) * 1.3)),
    40,
  );
  const isObject = cues.some(
    (cue) => cue.sense.pos !== "noun" && use.first >= cue.last && use.first <= cue.last + 4,
  );
  const reach = /^(?:was|were|is|has|have|came|had)$/.test(sentence.tokens[use.last]?.lower ?? "") ? 9 : 5;
  const isSubject = cues.some((cue) => cue.first >= use.last && cue.first <= use.last + reach);
  const level = placeLevel(use.place.kind);
  const next = sentence.tokens[use.last];
  // "Abu Dhabi TV reporter": a place name in front of a noun only describes it.
  const isBare =
    !next?.isWord ||
    level >= 5 ||
    /^(?:in|on|at|with|and|was|were|is|has|by|where|when|during|early|late|after|as|from|while|before|that|which)$/.test(
      next.lower,
    ) ||
    /^[A-Z][a-z]+day$/.test(next.text);
  if (!use.isLocative && (!isBare || (!isObject && !(isSubject && level >= 2)))) return -100;
  if (!use.isLocative && level < 2) return -100;
  if (isFarFrom(sentence, use) || isDirection(sentence, use)) return -100;
  // "Targeted by Tehran": a capital that does something is a government.
  if (use.preposition === "by" && level <= 4) return -100;
  const doubt = use.place.isVouched === false ? 2.5 : use.place.latitude === null ? 0.4 : 0;
  // "At Amroussa, 30 km south of Algiers": the second place only says where the first one lies.
  const isMeasure =
    use.isNear &&
    own.some(
      (other) =>
        other !== use &&
        other.place.isVouched !== false &&
        !other.isNear &&
        other.last <= use.first &&
        placeLevel(other.place.kind) >= 3,
    );
  return (
    (level - doubt) * 3 -
    (isMeasure ? 6 : 0) -
    nearest / 3 -
    (isTellersPlace(sentence, use, cues) ? 30 : 0) -
    (use.preposition === "from" || use.preposition === "to" ? 12 : 0)
  );
}

/** The place of the event whose cues these are, from its stretch of the sentence, or null. */
export function pickPlace(
  sentence: AnalysedSentence,
  segment: Segment,
  cues: readonly Cue[],
): PlaceUse | null {
  const own = sentence.places.filter((use) => use.first >= segment.first && use.last <= segment.last);
  let best: { use: PlaceUse; value: number } | null = null;
  for (const use of own) {
    const value = suitability(use, cues, sentence, own);
    if (value > -15 && (!best || value > best.value)) best = { use, value };
  }
  if (!best) return null;
  const container = own.find(
    (use) =>
      use !== best?.use &&
      use.place.country &&
      placeLevel(use.place.kind) < placeLevel(best?.use.place.kind ?? "country"),
  );
  if (best.use.place.country !== null || !container) return best.use;
  const use = withContainer(best.use, container);
  // "In Tora, North Darfur": a name that stands before what it lies in is a place, known or not.
  const isInside = container.first === use.last + 1 && sentence.tokens[use.last]?.text === ",";
  return isInside ? { ...use, place: { ...use.place, isVouched: true } } : use;
}

/** A place that the gazetteer does not know takes the country and the rough position of what it lies in. */
function withContainer(use: PlaceUse, container: PlaceUse): PlaceUse {
  const { country, latitude, longitude, timeZone, admin1, name, kind } = container.place;
  const isRough = kind === "country";
  return {
    ...use,
    place: {
      ...use.place,
      country,
      admin1: kind === "province" ? name : admin1,
      timeZone,
      latitude: isRough ? null : latitude,
      longitude: isRough ? null : longitude,
    },
  };
}
