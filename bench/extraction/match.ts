import { parseOccurred } from "@/lib/dates/edtf";
import type { ProposedIncident, ProposedQuote } from "@/lib/extraction/proposal";
import { distanceKm } from "@/lib/geo/distance";
import { foldName } from "@/lib/geo/fold";
import type { GoldArticle, GoldIncident } from "./gold";

const dayMs = 86_400_000;
const defaultToleranceKm = 25;
/** Between a core incident and background that a proposal fits equally well, it is the core one. */
const coreBonus = 0.5;

/** First and last day as written, counted from 1970; isVague: an end is open or approximate ("~" widens nothing here). */
type Days = { first: number; last: number; isVague: boolean };

function daysOf(edtf: string): Days | null {
  const parsed = edtf ? parseOccurred(edtf.replace(/[~?%]/g, ""), "UTC") : null;
  if (!parsed?.ok) return null;
  return {
    first: Math.floor(parsed.earliest.getTime() / dayMs),
    // The midnight that ends a day is of that day.
    last: Math.floor(Math.max(parsed.earliest.getTime(), parsed.latest.getTime() - 1) / dayMs),
    isVague: parsed.openStart || parsed.openEnd || /[~?%]/.test(edtf),
  };
}

const goldDays = (gold: GoldIncident): Days[] =>
  [gold.occurred, ...(gold.occurredAlso ?? [])].map(daysOf).filter((days) => days !== null);

const overlap = (a: Days, b: Days, slack: number): boolean =>
  a.first - slack <= b.last && b.first - slack <= a.last;

/** Whether the proposal names the same days as the labels; null when no exact answer exists. */
export function sameDays(gold: GoldIncident, proposal: ProposedIncident): boolean | null {
  const exact = goldDays(gold).filter((days) => !days.isVague);
  if (exact.length === 0) return null;
  const days = daysOf(proposal.occurred);
  return days !== null && exact.some((one) => one.first === days.first && one.last === days.last);
}

const wordsOf = (name: string): string =>
  ` ${foldName(name.replaceAll(".", "")).replace(/^(?:the|an?) /, "")} `;

/** Whether one name holds the other as whole words: "Hit" and "near Hit", not "Hit" and "White". */
export function sameName(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  return left.trim() !== "" && right.trim() !== "" && (left.includes(right) || right.includes(left));
}

/** Whether the places agree by name or by distance; null when the labels know no place. */
export function samePlace(gold: GoldIncident, proposal: ProposedIncident): boolean | null {
  const [right, place] = [gold.place, proposal.place];
  if (!right || (right.names.length === 0 && right.latitude === null)) return null;
  if (!place) return false;
  if (right.names.some((name) => sameName(name, place.name))) return true;
  const { latitude, longitude } = right;
  if (latitude === null || longitude === null || place.latitude === null || place.longitude === null)
    return false;
  const apart = distanceKm({ latitude, longitude }, { latitude: place.latitude, longitude: place.longitude });
  return apart <= (right.toleranceKm ?? defaultToleranceKm);
}

const collapse = (text: string): string => text.replace(/\s+/g, " ").trim();

/** A quote is valid when the text holds it, letter by letter, where it says. */
export const isVerbatim = (quote: ProposedQuote, text: string): boolean =>
  quote.exact !== "" && text.slice(quote.start, quote.end) === quote.exact;

const quotesCue = (gold: GoldIncident, proposal: ProposedIncident, text: string): boolean =>
  proposal.quotes.some(
    (quote) => isVerbatim(quote, text) && collapse(quote.exact).includes(collapse(gold.cue)),
  );

/** How many of the labelled participants the proposal names. */
export const participantsFound = (gold: GoldIncident, proposal: ProposedIncident): number =>
  gold.participants.filter(({ names }) =>
    proposal.participants.some((found) => names.some((name) => sameName(name, found.name))),
  ).length;

/**
 * How alike a label and a proposal are, 0 when they cannot be the same incident: their days must come within
 * one day of each other, and the places agree or a quote holds the label's cue.
 */
function likeness(gold: GoldIncident, proposal: ProposedIncident, text: string): number {
  const days = daysOf(proposal.occurred);
  if (!days || !goldDays(gold).some((one) => overlap(one, days, 1))) return 0;
  const place = samePlace(gold, proposal);
  const cue = quotesCue(gold, proposal, text);
  if (place === false && !cue) return 0;
  const agreements: [boolean | null, number][] = [
    [sameDays(gold, proposal), 3],
    [goldDays(gold).some((one) => overlap(one, days, 0)), 1],
    [place, 2],
    [cue, 3],
    [gold.eventTypes.includes(proposal.eventType), 2],
    [gold.killed !== null && gold.killed.min === proposal.killed?.min, 1],
    [gold.injured !== null && gold.injured.min === proposal.injured?.min, 1],
    [participantsFound(gold, proposal) > 0, 1],
  ];
  return agreements.reduce((sum, [agrees, weight]) => sum + (agrees ? weight : 0), 1);
}

/** Indexes of a label and of the proposal that stands for it. */
export type Pair = { gold: number; proposal: number };

/** Pairs labels and proposals one to one so that the sum of their likenesses is greatest; core counts a little more. */
export function pairUp(gold: GoldArticle, proposals: readonly ProposedIncident[], text: string): Pair[] {
  const weights = gold.incidents.map((incident) =>
    proposals.map((proposal) => {
      const alike = likeness(incident, proposal, text);
      return alike > 0 && incident.core ? alike + coreBonus : alike;
    }),
  );
  return assign(weights).sort((a, b) => a.gold - b.gold);
}

type Pairing = { columnOf: Map<number, number>; rowOf: Map<number, number> };

/** The assignment of greatest total weight; a weight of 0 forbids the pair. One row is added at a time. */
export function assign(weights: readonly (readonly number[])[]): Pair[] {
  const pairing: Pairing = { columnOf: new Map(), rowOf: new Map() };
  for (;;) {
    const { gain, rowInto } = bestPaths(weights, pairing);
    const free = [...gain].filter(([column, sum]) => sum > 0 && !pairing.rowOf.has(column));
    let column = free.sort((a, b) => b[1] - a[1])[0]?.[0];
    if (column === undefined) break;
    while (column !== undefined) {
      const row = rowInto.get(column);
      if (row === undefined) break;
      const left = pairing.columnOf.get(row);
      pairing.columnOf.set(row, column);
      pairing.rowOf.set(column, row);
      column = left;
    }
  }
  return [...pairing.columnOf].map(([row, column]) => ({ gold: row, proposal: column }));
}

/** For every column: the most that giving it to another row would add, and the row; rows may move on to others. */
function bestPaths(weights: readonly (readonly number[])[], { columnOf, rowOf }: Pairing) {
  const gain = new Map<number, number>();
  const rowInto = new Map<number, number>();
  const relax = (row: number, before: number): boolean => {
    let improved = false;
    for (const [column, weight] of (weights[row] ?? []).entries()) {
      const sum = before + weight;
      if (weight <= 0 || column === columnOf.get(row) || sum <= (gain.get(column) ?? -Infinity)) continue;
      gain.set(column, sum);
      rowInto.set(column, row);
      improved = true;
    }
    return improved;
  };
  for (const row of weights.keys()) if (!columnOf.has(row)) relax(row, 0);
  for (let isOpen = true; isOpen; ) {
    isOpen = false;
    for (const [column, row] of rowOf) {
      const reached = gain.get(column);
      if (reached === undefined) continue;
      if (relax(row, reached - (weights[row]?.[column] ?? 0))) isOpen = true;
    }
  }
  return { gain, rowInto };
}
