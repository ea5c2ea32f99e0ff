import { noCasualties } from "./no-casualties";
import { BOUND, CARDINAL, countRange } from "./numbers";
import type { CountRange } from "./proposal";
import { PERSON, singleVictims } from "./single-victims";
import type { Span } from "./text";

export type CasualtyField = "killed" | "injured";

export type Casualty = Span & {
  field: CasualtyField;
  count: CountRange;
  /** "dozens", "several": gives way to any figure. */
  isVague: boolean;
  /** Somebody's claim or estimate: widens the range, does not settle it. */
  isClaim: boolean;
  /** "five others": added to what was counted before. */
  isOther: boolean;
  /** A running total such as "the death toll rose to 20": replaces what was counted before. */
  isToll: boolean;
  /** Said of an earlier time ("had earlier put the toll at"). */
  isEarlier: boolean;
  /** Shares its verb with the count before it: "two soldiers and three civilians". */
  isListed: boolean;
  /** Name of a single victim, so that nobody is counted twice; null for a count. */
  who: string | null;
};

const KILLED =
  "(?:killed|slain|dead|died|die|perished|massacred|beheaded|executed|murdered|martyred|shot dead|gunned down|lost their lives|drowned)";
const HURT = "(?:wounded|injured|hurt|hospitali[sz]ed|maimed)";
const ADVERBS =
  "(?:(?:also|reportedly|confirmed|feared|believed|either|critically|seriously|severely|badly|slightly|lightly|later|subsequently|instantly|immediately|now|to be|to have been|to have) )*";
const AUX =
  "(?:(?:was|were|have been|had been|has been|are|is|been|be|being|have|had|has|got|who|lay|reported|to) )*";
/** What may stand between a number and its verb: a short noun phrase with at most one aside. */
const NOUN_PHRASE =
  "(?:(?:(?! (?:killed|wounded|injured|and|or|but|while|after|when)\\b) [\\p{L}\\p{M}'.-]+){0,8}(?:,? (?:including|among them|mostly|most of them|(?:[\\p{L}\\d]+ ){1,3}of (?:them|whom))[^.;]{0,90}?,?)?)";
const AFTER_KILLED = new RegExp(`^${NOUN_PHRASE}(?:,)? ${AUX}${ADVERBS}${AUX}(?<verb>${KILLED})\\b`, "iu");
const AFTER_HURT = new RegExp(`^${NOUN_PHRASE}(?:,)? ${AUX}${ADVERBS}${AUX}(?<verb>${HURT})\\b`, "iu");
const BEFORE_KILLED =
  /(?:\bkill(?:ed|ing|s)?|claim(?:ed|ing|s) the lives of|took the lives of|deaths? of|killings? of|murder(?:ed|ing|s| of)?|massacre(?:d| of)|execut(?:ed|ing|ion of)|behead(?:ed|ing)(?: of)?|slaughter(?:ed|ing)|assassinat(?:ed|ing)|shot dead|shooting dead|shot and killed|gunned down|gunning down)(?: and (?:wounded|injured))?\s*$/i;
const BEFORE_HURT = /(?:\b(?:wound|injur)(?:ed|ing|es?|s)|\bhurt(?:ing|s)?|\bmaim(?:ed|ing|s))\s*$/i;
const BEFORE_BOTH = /(?:kill(?:ed|ing)) (?:or|and) (?:wound|injur)(?:ed|ing)\s*$/i;
const BEFORE_TOLL =
  /(?:death tolls?|\btoll|number of (?:dead|deaths|people killed|fatalities|victims)|death count|count of (?:those|people) killed|number of bodies)\b[^.;]{0,70}?(?:to|at|of|in|was|is|reached|reaching|exceed(?:ed|ing|s)?|as|passed|topped|:|stood)(?: \w+ly)?\s*$/i;
const SUBSET = /(?:including|among them|of (?:them|whom)|mostly|some)\s*$/i;
const NOT_PEOPLE =
  /^[\s-]?(?:year|month|week|day|hour|minute|second|km|kilomet|mile|met(?:er|re)|feet|foot|percent|per cent|%|times?\b|rounds?\b|rockets?\b|missiles?\b|drones?\b|shells?\b|mortars?\b|bombs?\b|explosions?\b|blasts?\b|vehicles?\b|houses?\b|homes?\b|buildings?\b|cars?\b|attacks?\b|strikes?\b|pounds?\b|kg|kilos?\b|tons?\b|tonnes?\b|dollars?\b|million|billion|a\.?m\b|p\.?m\b|of them|of whom|of the (?:dead|victims|injured|wounded)|provinces?\b|cities\b|villages?\b|locations?\b|mm\b|o'clock|barrels?)/i;
const CLAIM =
  /\b(?:claim(?:ed|s|ing)?|alleg(?:ed|es|ing)|estimat(?:ed|es)|unconfirmed|boasted|exceed(?:ed)?|unverified|some (?:reports|sources|media))\b/i;

type NumberHit = { start: number; end: number; bound: string; cardinal: string };

const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<bound>(?:${BOUND} )+))?(?<n>${CARDINAL})(?![\\p{L}\\p{N}])`,
  "giu",
);

/** "a British medic" in a list, unless it is the source: "..., a police officer said". */
const ONE_PERSON = new RegExp(
  `(?<![\\p{L}\\p{N}'])(?<n>an?)(?= (?:(?!and\\b|or\\b)[\\p{L}'-]+ ){0,3}?${PERSON}\\b(?!(?:,? [\\p{L}'.-]+){0,5} (?:said|says|told|confirmed|announced|reported|added)\\b))`,
  "giu",
);

/** "two Americans and ", "three soldiers, " between two numbers. */
const joins = (text: string, a: NumberHit | undefined, b: NumberHit | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  /^(?: (?!and |killed|wounded|injured|dead)[\p{L}'.-]+){0,5}(?:,? and|,) ?$/iu.test(
    text.slice(a.end, b.start),
  );

/** Numbers, with the single persons of a list: "two Americans and a British medic" counts two and one. */
function countsIn(text: string): NumberHit[] {
  const hits = numbersIn(text);
  const ones: NumberHit[] = [];
  for (const match of hits.length > 0 ? text.matchAll(ONE_PERSON) : []) {
    const one = { start: match.index, end: match.index + match[0].length, bound: "", cardinal: "one" };
    if (!hits.some((hit) => hit.start <= one.start && one.start < hit.end)) ones.push(one);
    if (ones.length >= 20) break;
  }
  const all = [...hits, ...ones].sort((a, b) => a.start - b.start);
  return all.filter(
    (hit, i) => !ones.includes(hit) || joins(text, all[i - 1], hit) || joins(text, hit, all[i + 1]),
  );
}

function numbersIn(text: string): NumberHit[] {
  const hits: NumberHit[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { bound = "", n = "" } = match.groups ?? {};
    hits.push({ start: match.index, end: match.index + match[0].length, bound, cardinal: n });
    if (hits.length >= 60) break;
  }
  return hits;
}

/** "Two gunmen killed 5": an active verb after the number, with an object of its own, counts nobody. */
const isActive = (aux: string, verb: string, rest: string): boolean =>
  /^(?:killed|wounded|injured|hurt|murdered|executed|massacred|beheaded|shot dead|gunned down)$/i.test(
    verb,
  ) &&
  !/\b(?:was|were|been|be|being|are|is|got|reported)\b/i.test(aux) &&
  /^\s+(?:(?:at least|more than|over|nearly|about|around|some|up to|as many as)\b|an?\b|the\b|his\b|its\b|their\b|\d|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|dozens|several|many|[A-Z]|people|civilians|soldiers|police)/.test(
    rest,
  );

type Reading = { field: CasualtyField; isToll: boolean; isListed?: boolean };

function readNumber(text: string, hit: NumberHit, from: number, to: number): Reading | null {
  const before = text.slice(Math.max(from, hit.start - 110), hit.start);
  const after = text.slice(hit.end, Math.min(to, hit.end + 190));
  if (/\bno $/i.test(before)) return null;
  if (NOT_PEOPLE.test(after) || SUBSET.test(before) || /\b(?:aged|age)\s*$/i.test(before)) return null;
  if (BEFORE_BOTH.test(before)) return null;
  // "Somporn Kaewsri, 52, was shot dead": an age.
  if (/^,/.test(after) && /\p{Lu}[\p{L}\p{M}'.-]+, $/u.test(before) && /^\d{1,2}$/.test(hit.cardinal))
    return null;
  if (BEFORE_TOLL.test(text.slice(Math.max(0, hit.start - 110), hit.start)))
    return { field: "killed", isToll: true };
  if (BEFORE_HURT.test(before)) return { field: "injured", isToll: false };
  if (BEFORE_KILLED.test(before) && !/\b(?:was|were|been) killed\s*$/i.test(before))
    return { field: "killed", isToll: false };
  if (
    /^ (?:more |other |further |confirmed |reported |civilian |\p{L}+ )?(?:deaths|fatalities)\b/iu.test(after)
  )
    return { field: "killed", isToll: false };
  if (/^ (?:\p{L}+ )?injuries\b/iu.test(after)) return { field: "injured", isToll: false };
  if (/\b(?:could|would|might|may|will|should)(?: [a-z]+)? $/i.test(before)) return null;
  const killed = AFTER_KILLED.exec(after);
  const hurt = AFTER_HURT.exec(after);
  const nearer = killed && hurt ? (killed[0].length <= hurt[0].length ? killed : hurt) : (killed ?? hurt);
  if (!nearer) return null;
  const end = hit.end + nearer[0].length;
  if (isActive(nearer[0], nearer.groups?.verb ?? "", text.slice(end, end + 24))) return null;
  if (/\b(?:could|would|might|may|will|should)\b/i.test(nearer[0])) return null;
  return { field: nearer === killed ? "killed" : "injured", isToll: false };
}

/** A list shares its verb: "killed two soldiers and three civilians", "150 soldiers, 95 civilians and ... killed". */
function shareInLists(text: string, hits: readonly NumberHit[], readings: (Reading | null)[]): void {
  for (let i = 1; i < hits.length; i += 1) {
    const hit = hits[i];
    const previous = readings[i - 1];
    if (!hit || readings[i] || !previous || previous.isToll || !joins(text, hits[i - 1], hit)) continue;
    if (!NOT_PEOPLE.test(text.slice(hit.end, hit.end + 30))) readings[i] = { ...previous, isListed: true };
  }
  for (let i = hits.length - 2; i >= 0; i -= 1) {
    const hit = hits[i];
    const next = readings[i + 1];
    if (!hit || readings[i] || !next || next.isToll || !joins(text, hit, hits[i + 1])) continue;
    if (!NOT_PEOPLE.test(text.slice(hit.end, hit.end + 30)) && !SUBSET.test(text.slice(0, hit.start))) {
      readings[i] = { ...next, isListed: next.isListed ?? false };
      readings[i + 1] = { ...next, isListed: true };
    }
  }
}

/** "The ambassador and three other Americans were killed": the others are one more than they are. */
function withTheFirstVictim(text: string, offset: number, found: Casualty[]): void {
  for (const [i, casualty] of found.entries()) {
    const before = text.slice(0, casualty.start - offset);
    const isFirst =
      casualty.field === "killed" && !found.some((other) => other !== casualty && other.field === "killed");
    if (!casualty.isOther || !isFirst || !/[\p{L}.'],? and $/u.test(before)) continue;
    const { min, max } = casualty.count;
    found[i] = { ...casualty, isOther: false, count: { min: min + 1, max: max === null ? null : max + 1 } };
  }
}

/**
 * Casualty figures of a stretch of a sentence, offsets into the whole text. Counts of a list are separate
 * entries; `avoid` are spans (dates, clock times) whose numbers count nobody.
 */
export function findCasualties(plain: string, stretch: Span, avoid: readonly Span[]): Casualty[] {
  const text = plain.slice(stretch.start, stretch.end);
  if (
    !/kill|dead|death|die|wound|injur|hurt|casualt|toll|fatal|slain|murder|massacre|assassinat|behead|execut|perish|lives|shot|gunned|hospital|drown|harm|victim/i.test(
      text,
    )
  )
    return [];
  const isAvoided = (hit: NumberHit) =>
    avoid.some((span) => hit.start + stretch.start < span.end && span.start < hit.end + stretch.start);
  const hits = countsIn(text).filter((hit) => !isAvoided(hit));
  const readings = hits.map((hit, i) =>
    readNumber(
      text,
      hit,
      hits[i - 1]?.end ?? 0,
      hits
        .slice(i + 1)
        .find(
          (next) =>
            !SUBSET.test(text.slice(hit.end, next.start)) &&
            !/^ of (?:them|whom)\b/.test(text.slice(next.end)),
        )?.start ?? text.length,
    ),
  );
  shareInLists(text, hits, readings);
  const found: Casualty[] = noCasualties(text, stretch.start);
  for (const [i, hit] of hits.entries()) {
    const reading = readings[i];
    const range = reading && countRange(hit.bound, hit.cardinal);
    if (!reading || !range || range.min > 100_000) continue;
    const after = text.slice(hit.end, hit.end + 16);
    found.push({
      field: reading.field,
      count: { min: range.min, max: range.max },
      start: stretch.start + hit.start,
      end: stretch.start + hit.end,
      isVague: range.vague,
      isClaim: CLAIM.test(text.slice(Math.max(0, hit.start - 90), hit.start)),
      isOther:
        /^ (?:others?|more|additional|further)\b/i.test(after) ||
        /\b(?:another|a further|other)\b/i.test(hit.bound),
      isToll: reading.isToll,
      isEarlier: /\b(?:earlier|initially|initial|previously|at first)\b[^.;]{0,60}$/i.test(
        text.slice(0, hit.start),
      ),
      isListed: reading.isListed ?? false,
      who: null,
    });
  }
  withTheFirstVictim(text, stretch.start, found);
  const counted = (field: CasualtyField) =>
    found.some((casualty) => casualty.field === field && !casualty.isOther);
  if (!counted("killed")) found.push(...singleVictims(text, stretch.start));
  return found.sort((a, b) => a.start - b.start);
}
