import { type Casualty, plainCasualty } from "./casualty";
import { joinOf, settleLists, shareInLists } from "./casualty-lists";
import { type Party, partiesIn } from "./casualty-parties";
import { type Reading, readParty } from "./casualty-reading";
import { isDenied, isSum } from "./casualty-sums";
import { asidesIn, CLAIM, CORRECTED, EARLIER, otherEventAt } from "./casualty-words";
import { holds, holdsIn, seek, seekIn } from "./matches";
import { noCasualties } from "./no-casualties";
import type { CountRange } from "./proposal";
import { nominalVictims } from "./single-victims";
import type { Span } from "./text";
import { foldWord } from "./tokens";

const OFFICIAL = seekIn(
  /\b(?:confirm(?:ed|s|ing)?|official(?:s|ly)?|authorit(?:y|ies)|ministry|minister|governor|government|police|military|army|hospitals?|mayor|prosecutors?|medics|doctors)\b/i,
);
/** "Amnesty has put the toll at 37": an estimate beside what the authorities count. */
const PUT_AT = seekIn(
  /\bput(?:s|ting)? (?:the |its )?(?:\w+ ){0,3}?(?:tolls?|number|figure|dead|count)\b[^.;]{0,60}\bat (?:\w+ )?$/i,
);
const ATTACKER_SAYS = seekIn(
  /^[^.;"]{0,60}, (?:the |a )?(?:[\p{L}-]+ )?(?:group|rebels|militants|insurgents|militia|statement|guerrillas) (?:said|claimed|says)\b/iu,
);

const CORRECTS = seekIn(
  /^[^.;]{0,60}?,? (?:and )?(?:not|rather than|instead of|down from) (?:\d|[a-z]+,? as)/i,
);
const AMONG = seekIn(/^[^,;.]{0,40} among (?:them|the (?:dead|victims))\b/);

const keyOf = (party: Party): string =>
  party.kind === "named"
    ? foldWord(party.words.split(/[\s-]+/).at(-1) ?? party.words)
    : `a ${party.words.split(" ").at(-1)?.toLowerCase()}`;

function casualtyOf(text: string, offset: number, party: Party, how: Reading, isListed: boolean): Casualty {
  const before = text.slice(Math.max(0, party.start - 100), party.start);
  const behind = text.slice(party.end, party.end + 130);
  const { min, vague } = party.count;
  // Who names a victim does not say that there was no other.
  const max = party.kind === "named" ? null : party.count.max;
  return {
    ...plainCasualty(how.field, { min, max }, { start: offset + party.start, end: offset + party.end }),
    isVague: vague,
    isClaim:
      holdsIn(text, before.slice(-90), CLAIM) ||
      holdsIn(text, behind, ATTACKER_SAYS) ||
      (holdsIn(text, before, PUT_AT) &&
        !holdsIn(text, before, OFFICIAL) &&
        !/^[^.;]{0,20},? (?:officials|police|authorities)\b/i.test(behind)),
    isOther:
      /^ (?:others?|more|additional|further)\b/i.test(behind) ||
      /\b(?:another|a further|other)\b/i.test(party.bound) ||
      how.isAdded,
    isToll: how.isToll || holdsIn(text, before, CORRECTED),
    isCorrection: holdsIn(text, before, CORRECTED) || holdsIn(text, behind, CORRECTS),
    isEarlier: holdsIn(text, text.slice(Math.max(0, party.start - 130), party.start), EARLIER),
    isOfficial: holdsIn(text, before.slice(-60), OFFICIAL),
    isPart: how.isPart,
    isListed,
    who: party.kind === "named" || party.kind === "one" ? keyOf(party) : null,
  };
}

/** "The ambassador and three other Americans were killed": the others are one more than they are. */
function withTheFirstVictim(text: string, offset: number, found: Casualty[]): void {
  for (const [i, casualty] of found.entries()) {
    const before = text.slice(0, casualty.start - offset);
    const isFirst = !found.some((other) => other !== casualty && other.field === "killed");
    if (casualty.field !== "killed" || !casualty.isOther || !isFirst || !/[\p{L}.'],? and $/u.test(before))
      continue;
    const { min, max } = casualty.count;
    found[i] = { ...casualty, isOther: false, count: { min: min + 1, max: max === null ? null : max + 1 } };
  }
}

const HARM = seek(
  /kill|dead|death|die[sd]?\b|dying|wound|injur|hurt|casualt|toll|fatal|slain|slay|slew|murder|massacre|slaughter|assassinat|behead|decapit|execut|perish|lives|life\b|shot|gunned|hospital|drown|harm|victim|bod(?:y|ies)|corpse|succumb|martyr|shahadat|lynch|stabbed|hacked|burn|neutrali|eliminat|trampled|treated|blown|wreck|unhurt|suffocat|shooting|loss of|throat/i,
);

/** Whom a stretch of a sentence may count as harmed, or null where no word tells of harm. */
export function partiesOfHarm(plain: string, { start, end }: Span): readonly Party[] | null {
  const text = plain.slice(start, end);
  return holds(text, HARM) ? partiesIn(text) : null;
}

/**
 * Casualty figures of a stretch of a sentence, offsets into the whole text. Counts of a list are separate
 * entries; `avoid` are spans (dates, clock times) whose numbers count nobody.
 */
export function findCasualties(
  plain: string,
  stretch: Span,
  avoid: readonly Span[],
  known: readonly Party[] | null = partiesOfHarm(plain, stretch),
): Casualty[] {
  if (!known) return [];
  const text = plain.slice(stretch.start, stretch.end);
  const isAvoided = (party: Span) =>
    avoid.some((span) => party.start + stretch.start < span.end && span.start < party.end + stretch.start);
  const parties = known.filter((party) => party.kind !== "count" || !isAvoided(party));
  const asides = asidesIn(text);
  const isAside = ({ start, end }: Party) =>
    asides.some((aside) => aside.start <= start && start < aside.end) ||
    holdsIn(text, text.slice(end, end + 60), AMONG);
  const told = parties.filter((party) => !isAside(party));
  const other = otherEventAt(text);
  const isOwn = other !== null && told.some((party) => party.kind === "count" && party.end <= other);
  const main = isOwn ? told.filter((party) => party.start < other) : told;
  const counted = main.filter((party) => party.kind === "count");
  let next = 0;
  const readings = main.map((party, i) => {
    while ((counted[next]?.start ?? text.length) <= party.start) next += 1;
    const to = party.kind === "count" ? counted[next]?.start : undefined;
    return readParty(text, party, main[i - 1]?.end ?? 0, to ?? text.length);
  });
  const isListed = main.map(() => false);
  shareInLists(text, main, readings, isListed);
  const found: Casualty[] = [];
  const hasAnd: boolean[] = [];
  for (const [i, party] of main.entries()) {
    const how = readings[i];
    if (!how || party.count.min > 100_000) continue;
    const before = text.slice(Math.max(0, party.start - 200), party.start);
    // Another clause adds up what it likes: "... but it is the fourth since June".
    const clause = text.slice(party.end, party.end + 200);
    const stop = clause.search(/\.\.\.|;| but | while | although /);
    const behind = stop < 0 ? clause : clause.slice(0, stop);
    if (party.kind === "count" && isSum(text, before, behind, party.count.vague)) continue;
    const read = casualtyOf(text, stretch.start, party, how, isListed[i] ?? false);
    const casualty = isDenied(text, before, behind) ? { ...read, isClaim: true, isEarlier: true } : read;
    const isThemselves = party.kind === "self" && /^themselves$/i.test(party.words);
    found.push(isThemselves ? { ...casualty, count: selves(main, i) ?? casualty.count } : casualty);
    hasAnd.push(joinOf(text, main[i - 1], party) === "and");
  }
  const settled = settleLists(found, hasAnd);
  withTheFirstVictim(text, stretch.start, settled);
  const isCounted = settled.some((casualty) => casualty.field === "killed");
  const nominal = isCounted ? [] : nominalVictims(text, stretch.start);
  return [...noCasualties(text, stretch.start), ...settled, ...nominal].sort((a, b) => a.start - b.start);
}

/** "Two bombers killed 16 people and themselves": as many as the sentence's first number. */
function selves(parties: readonly Party[], at: number): CountRange | null {
  const subject = parties.slice(0, Math.max(0, at - 1)).find((party) => party.kind === "count");
  return subject ? { min: subject.count.min, max: subject.count.max } : null;
}
