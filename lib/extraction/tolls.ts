import type { Casualty, CasualtyField } from "./casualty";
import type { Mention } from "./mentions";
import { addCounts } from "./numbers";
import type { CountRange } from "./proposal";

/** A figure as one mention gives it: the sum of its list. */
type Statement = {
  count: CountRange;
  casualties: Casualty[];
  isVague: boolean;
  isClaim: boolean;
  isToll: boolean;
  isCorrection: boolean;
  isOfficial: boolean;
  isPart: boolean;
  isNone: boolean;
};

/** Lists of counts (joined by "and"); counts with verbs of their own are rivals. */
function listsOf(casualties: readonly Casualty[]): Casualty[][] {
  const lists: Casualty[][] = [];
  for (const casualty of casualties) {
    const last = lists.at(-1);
    if (last && (casualty.isListed || casualty.isOther)) last.push(casualty);
    else lists.push([casualty]);
  }
  return lists;
}

const total = (list: readonly Casualty[]): number =>
  list.reduce((sum, casualty) => sum + casualty.count.min, 0);

const every = (list: readonly Casualty[], test: (casualty: Casualty) => boolean) => list.every(test);

function statementOf(list: Casualty[], before: Statement | null): Statement {
  let count: CountRange = { min: 0, max: 0 };
  for (const casualty of list) count = addCounts(count, casualty.count);
  if (before && every(list, (casualty) => casualty.isOther)) count = addCounts(before.count, count);
  return {
    count,
    casualties: list,
    isVague: list.length === 1 && list.some((casualty) => casualty.isVague && casualty.who === null),
    isClaim: every(list, (casualty) => casualty.isClaim || casualty.isEarlier),
    isToll: list.some((casualty) => casualty.isToll && !casualty.isEarlier),
    isCorrection: list.some((casualty) => casualty.isCorrection),
    isOfficial: list.some((casualty) => casualty.isOfficial),
    isPart: every(list, (casualty) => casualty.isPart),
    isNone: every(list, (casualty) => casualty.count.max === 0),
  };
}

/** The figures of one mention: its tolls as they stand, else the list that adds up to most, else "none". */
function statementsOf(casualties: readonly Casualty[], before: Statement | null): Statement[] {
  const positive = casualties.filter((casualty) => casualty.count.min > 0);
  const tolls = positive.filter((casualty) => casualty.isToll);
  if (tolls.length > 0) return tolls.map((casualty) => statementOf([casualty], null));
  if (positive.length === 0) return casualties.slice(0, 1).map((casualty) => statementOf([casualty], null));
  const all = listsOf(positive);
  const whole = all.filter((list) => !every(list, (casualty) => casualty.isPart));
  const lists = whole.length > 0 ? whole : all;
  const isLate = (list: readonly Casualty[]) =>
    every(list, (casualty) => casualty.isEarlier || casualty.isClaim);
  const firm = lists.filter((list) => !isLate(list));
  const official = firm.filter((list) => list.some((casualty) => casualty.isOfficial && casualty.isToll));
  const best = (official.length > 0 ? official : firm.length > 0 ? firm : lists).reduce<Casualty[]>(
    (most, list) => (total(list) > total(most) ? list : most),
    [],
  );
  const rest = lists.filter((list) => list !== best && isLate(list));
  return [best, ...rest].map((list) => statementOf(list, before));
}

/** Of several running tolls the last one wins; in one sentence that of the authorities. */
function lastToll(statements: readonly Statement[]): Statement | undefined {
  const tolls = statements.filter((statement) => statement.isToll);
  const last = tolls.at(-1);
  const beside = tolls.at(-2);
  const isBeside =
    last && beside && (last.casualties[0]?.start ?? 0) - (beside.casualties[0]?.start ?? 0) < 160;
  return isBeside && beside.isOfficial && !last.isOfficial ? beside : last;
}

export type Toll = {
  count: CountRange;
  casualties: Casualty[];
  /** Figures of the whole that give way to this one: revised ones, and those that somebody claims. */
  others: { count: CountRange; at: number }[];
};

const isSame = (a: CountRange, b: CountRange): boolean => a.min === b.min && a.max === b.max;

/** What else the text gave as the whole, each figure once; parts and vague plurals are no figures of the whole. */
function othersOf(chosen: Statement, statements: readonly Statement[]): Toll["others"] {
  const others: Toll["others"] = [];
  for (const rival of statements) {
    const { count, casualties } = rival;
    const isWhole = !rival.isVague && !rival.isPart && !rival.isNone;
    const gaveWay = rival.isToll || rival.isClaim || rival.isCorrection || chosen.isCorrection;
    const isKnown = isSame(count, chosen.count) || others.some((other) => isSame(other.count, count));
    if (rival === chosen || !isWhole || !gaveWay || isKnown) continue;
    others.push({ count, at: casualties[0]?.start ?? 0 });
  }
  return others;
}

/** What an incident is read from: a mention, or anything with its casualties. */
type Telling = Pick<Mention, "casualties">;

/**
 * What an incident's mentions say about one field. A correction wins, then the latest running toll, else the
 * largest stated figure (smaller ones count a part); vague plurals, earlier figures and claims give way, claims
 * widen the upper end; people named one by one are counted once each.
 */
export function tollOf(mentions: readonly Telling[], field: CasualtyField): Toll | null {
  const statements: Statement[] = [];
  const singles = new Map<string, Casualty>();
  for (const mention of mentions) {
    if (!mention.casualties.some((casualty) => casualty.field === field)) continue;
    const mine = mention.casualties.filter((casualty) => casualty.field === field);
    const named = mine.filter((casualty) => casualty.who !== null);
    for (const casualty of named)
      if (casualty.who && !singles.has(casualty.who)) singles.set(casualty.who, casualty);
    const counts = mine.filter((casualty) => casualty.who === null);
    if (counts.length === 0) continue;
    // "Five others died" adds to people named one by one, not to a figure given elsewhere.
    const base = singlesStatement(named.length > 0 ? new Map(named.map((c) => [c.who ?? "", c])) : singles);
    statements.push(...statementsOf(counts, field === "killed" || named.length > 0 ? base : null));
  }
  const single = singlesStatement(singles);
  const firm = statements.filter(
    (statement) => !statement.isVague && !statement.isClaim && !statement.isNone && !statement.isPart,
  );
  const none = statements.filter((statement) => statement.isNone);
  const correction = firm.findLast((statement) => statement.isCorrection);
  const running = lastToll(firm);
  const largest = firm.reduce<Statement | undefined>(
    (best, statement) => (!best || statement.count.min >= best.count.min ? statement : best),
    undefined,
  );
  const isNone = none.length > 0 && statements.length === none.length && !single;
  const chosen = correction ?? running ?? largest ?? (isNone ? none.at(-1) : undefined);
  if (!chosen) {
    const loose = statements.filter((statement) => !statement.isNone);
    const whole = loose.filter((statement) => !statement.isPart);
    const fallback =
      single ??
      whole.at(-1) ??
      loose.reduce<Statement | undefined>(
        (best, statement) => (!best || statement.count.min > best.count.min ? statement : best),
        undefined,
      );
    return fallback ? { count: fallback.count, casualties: fallback.casualties, others: [] } : null;
  }
  if (single && single.count.min > chosen.count.min && !chosen.isNone)
    return { count: { min: single.count.min, max: null }, casualties: single.casualties, others: [] };
  let { max } = chosen.count;
  for (const rival of statements) {
    if (
      rival.isClaim &&
      !rival.isVague &&
      !rival.casualties.some((one) => one.isEarlier) &&
      max !== null &&
      rival.count.max !== null
    )
      max = Math.max(max, rival.count.max);
  }
  return {
    count: { min: chosen.count.min, max },
    casualties: chosen.casualties,
    others: othersOf(chosen, statements),
  };
}

/** People told one by one: those with names, else one, and whoever is "another". */
function singlesStatement(singles: ReadonlyMap<string, Casualty>): Statement | null {
  const all = [...singles.values()];
  const people = all.filter((casualty) => !casualty.who?.startsWith("a "));
  const unnamed = all.filter((casualty) => casualty.who?.startsWith("a "));
  const used = people.length > 0 ? people : unnamed.filter((casualty, i) => i === 0 || casualty.isOther);
  if (used.length === 0) return null;
  const max = used.every((casualty) => casualty.count.max !== null) ? used.length : null;
  return { ...statementOf(used, null), count: { min: used.length, max }, isVague: false, isClaim: false };
}
