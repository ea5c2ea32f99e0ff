import type { Connector } from "./connectors";
import type { Cue } from "./cues";
import type { AnalysedSentence } from "./mentions";
import { type PlaceUse, placeLevel } from "./place-choice";
import { isEventful, type Segment } from "./segments";
import type { Token } from "./tokens";
import { overlaps } from "./when";

type Clause = Pick<AnalysedSentence, "tokens" | "places" | "times">;

/** More clauses than this in one sentence are a list of something else. */
const MAX_CLAUSES = 12;

/** Tokens behind "and", "but", ", as", ";" or ": ", where a clause of its own may begin. */
function boundaries({ tokens }: Clause, { first, last }: Segment): number[] {
  const found: number[] = [];
  for (let i = first + 1; i < last - 1 && found.length < 60; i += 1) {
    const word = tokens[i]?.lower ?? "";
    const isComma = tokens[i - 1]?.text === ",";
    if (
      word === "and" ||
      word === "but" ||
      word === ";" ||
      (isComma && /^(?:while|as|with|where|then|another|one)$/.test(word))
    )
      found.push(i);
  }
  return found;
}

const isSite = (use: PlaceUse): boolean =>
  use.isLocative &&
  /^(?:in|at|near|outside|on|around|of|between|to)$/.test(use.preposition) &&
  use.place.isVouched !== false
    ? placeLevel(use.place.kind) >= 2
    : use.isLocative && /^(?:in|at|near|outside)$/.test(use.preposition) && placeLevel(use.place.kind) >= 4;

const within = <T extends { first: number; last: number }>(
  items: readonly T[],
  from: number,
  to: number,
): T[] => items.filter((item) => item.first >= from && item.last <= to);

/** A place of the right side that is none of the left side's, and neither holds it nor lies in it by its name. */
function hasOtherPlace(left: readonly PlaceUse[], right: readonly PlaceUse[]): boolean {
  const [mine, theirs] = [left.filter(isSite), right.filter(isSite)];
  const level = (uses: readonly PlaceUse[]) => Math.max(0, ...uses.map((use) => placeLevel(use.place.kind)));
  if (mine.length === 0 || theirs.length === 0 || Math.abs(level(mine) - level(theirs)) > 1) return false;
  return theirs.every((use) =>
    mine.every((other) => other.place.name !== use.place.name && !use.place.name.includes(other.place.name)),
  );
}

/** Days of their own on both sides that are not the same. */
function hasOtherDay({ tokens, times }: Clause, from: number, at: number, to: number): boolean {
  const days = times.filter((time) => time.when && !time.isBound);
  const start = tokens[at]?.start ?? 0;
  const left = days.filter((time) => time.start >= (tokens[from]?.start ?? 0) && time.end <= start);
  const right = days.filter((time) => time.start >= start && time.end <= (tokens[to - 1]?.end ?? 0));
  const [a, b] = [left.at(-1)?.when, right[0]?.when];
  return a !== undefined && b !== undefined && a !== null && b !== null && !overlaps(a, b);
}

/** Somebody or something stands between the boundary and its verb, or the verb goes on with the same subject. */
const isAsserted = (cues: readonly Cue[]): boolean =>
  (isEventful(cues) || cues.some(({ words }) => /^(?:died|killed|wounded|injured)$/.test(words))) &&
  cues.some((cue) => cue.sense.role !== "evidence" && cue.sense.pos !== "base");

const COUNTED =
  /^(?:another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several|\d+)$/;

/** "12 people in Kirkuk and five in Mosul": a number with a place of its own carries the verb over. */
function carriesOver({ tokens, places }: Clause, at: number, to: number): boolean {
  const head = /^(?:and|but|;|,)$/.test(tokens[at]?.lower ?? "") ? at + 1 : at;
  if (!COUNTED.test(tokens[head]?.lower ?? "")) return false;
  return within(places, head, to).some(
    (use) => isSite(use) && use.first <= head + 11 && /^(?:in|at|near|outside)$/.test(use.preposition),
  );
}

const connectorAt = (tokens: readonly Token[], at: number): Connector => ({
  start: tokens[at]?.start ?? 0,
  end: tokens[at]?.end ?? 0,
  first: at,
  last: at + 1,
  words: tokens[at]?.lower ?? "",
  link: null,
  isReversed: false,
  measure: null,
  isSoft: true,
});

const AUXILIARY = /^(?:was|were|been|have|has|had|also|later|finally|all|reportedly|today|yesterday)$/;

/** "Two engineers kidnapped in May were freed on Tuesday": the taking and the freeing. */
function splitRelease(tokens: readonly Token[], segment: Segment): Segment[] | null {
  const taking = segment.cues.find(
    ({ first, sense }) =>
      sense.type === "abduction-forced-disappearance" &&
      sense.role === "event" &&
      sense.pos === "participle" &&
      !AUXILIARY.test(tokens[first - 1]?.lower ?? ""),
  );
  const freeing = segment.cues.find(
    ({ first, words, sense }) =>
      taking !== undefined &&
      first > taking.last &&
      sense.role === "event" &&
      /^(?:freed|released|rescued|handed over)$/.test(words) &&
      AUXILIARY.test(tokens[first - 1]?.lower ?? ""),
  );
  if (!freeing) return null;
  let at = freeing.first;
  while (AUXILIARY.test(tokens[at - 1]?.lower ?? "")) at -= 1;
  return [
    { ...segment, last: at, cues: within(segment.cues, segment.first, at) },
    {
      first: at,
      last: segment.last,
      cues: within(segment.cues, at, segment.last),
      connector: connectorAt(tokens, at),
      isFreeing: true,
    },
  ];
}

/**
 * Parts a stretch of a sentence into clauses that tell an event each: both sides have an event, and a town or a
 * day of their own ("a bomb killed two in Basra and gunmen shot a judge in Mosul").
 */
export function splitClauses(clause: Clause, segment: Segment): Segment[] {
  const { tokens, places } = clause;
  const parts: Segment[] = splitRelease(tokens, segment) ?? [{ ...segment }];
  for (const at of boundaries(clause, segment)) {
    const current = parts.at(-1);
    if (!current || parts.length >= MAX_CLAUSES || at <= current.first) continue;
    const left = within(current.cues, current.first, at);
    const right = within(current.cues, at, current.last);
    if (!isAsserted(left)) continue;
    const isApart =
      hasOtherPlace(within(places, current.first, at), within(places, at, current.last)) ||
      hasOtherDay(clause, current.first, at, current.last);
    const isCarried = !isAsserted(right) && carriesOver(clause, at, current.last);
    if (!isApart || !(isAsserted(right) || isCarried)) continue;
    const next: Segment = {
      first: at,
      last: current.last,
      cues: isCarried ? [...left, ...right] : right,
      connector: connectorAt(tokens, at),
      ...(isCarried ? { isCarried } : {}),
    };
    current.last = at;
    current.cues = left;
    parts.push(next);
  }
  return parts;
}
