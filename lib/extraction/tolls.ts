import type { Casualty, CasualtyField } from "./casualties";
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
  isNone: boolean;
};

/** The list of counts (joined by "and") that adds up to most; counts with verbs of their own are rivals. */
function largestList(casualties: readonly Casualty[]): Casualty[] {
  const lists: Casualty[][] = [];
  for (const casualty of casualties) {
    const last = lists.at(-1);
    if (last && (casualty.isListed || casualty.isOther)) last.push(casualty);
    else lists.push([casualty]);
  }
  const total = (list: readonly Casualty[]) => list.reduce((sum, casualty) => sum + casualty.count.min, 0);
  return lists.reduce((best, list) => (total(list) > total(best) ? list : best), lists[0] ?? []);
}

function statementOf(casualties: readonly Casualty[], before: Statement | null): Statement | null {
  const positive = casualties.filter((casualty) => casualty.count.min > 0);
  const used = positive.length > 0 ? positive : casualties.filter((casualty) => casualty.count.max === 0);
  if (used.length === 0) return null;
  const toll = used.find((casualty) => casualty.isToll);
  const counted = toll ? [toll] : positive.length > 0 ? largestList(positive) : used.slice(0, 1);
  let count: CountRange = { min: 0, max: 0 };
  for (const casualty of counted) count = addCounts(count, casualty.count);
  const isAllOther = counted.every((casualty) => casualty.isOther);
  if (isAllOther && before) count = addCounts(before.count, count);
  return {
    count,
    casualties: counted,
    isVague: counted.length === 1 && counted.some((casualty) => casualty.isVague && casualty.who === null),
    isClaim: counted.every((casualty) => casualty.isClaim || casualty.isEarlier),
    isToll: toll !== undefined && !toll.isEarlier,
    isNone: positive.length === 0,
  };
}

export type Toll = { count: CountRange; casualties: Casualty[] };

/**
 * What an incident's mentions say about one field. The latest running toll wins, else the largest stated figure
 * (smaller ones count a part); vague plurals and claims give way, claims widen the upper end; people named one
 * by one are counted once each.
 */
export function tollOf(mentions: readonly Mention[], field: CasualtyField): Toll | null {
  const statements: Statement[] = [];
  const singles = new Map<string, Casualty>();
  for (const mention of mentions) {
    const mine = mention.casualties.filter((casualty) => casualty.field === field);
    const named = mine.filter((casualty) => casualty.who !== null);
    for (const casualty of named)
      if (casualty.who && !singles.has(casualty.who)) singles.set(casualty.who, casualty);
    const counts = mine.filter((casualty) => casualty.who === null);
    const inSentence = named.length > 0;
    // "Five others died" adds to people named one by one, not to a figure given elsewhere.
    const base = singlesStatement(inSentence ? new Map(named.map((c) => [c.who ?? "", c])) : singles);
    const statement = statementOf(counts, field === "killed" ? base : null);
    if (statement) statements.push(statement);
  }
  const single = singlesStatement(singles);
  const firm = statements.filter(
    (statement) => !statement.isVague && !statement.isClaim && !statement.isNone,
  );
  const none = statements.filter((statement) => statement.isNone);
  const running = firm.filter((statement) => statement.isToll).slice(-1);
  const largest = (running.length > 0 ? running : firm).reduce<Statement | undefined>(
    (best, statement) => (!best || statement.count.min >= best.count.min ? statement : best),
    undefined,
  );
  const isNone = none.length > 0 && statements.length === none.length && !single;
  const chosen = largest ?? (isNone ? none.at(-1) : undefined);
  if (!chosen) {
    const loose = statements.filter((statement) => !statement.isNone);
    const fallback = single ?? loose.at(-1);
    return fallback ? { count: fallback.count, casualties: fallback.casualties } : null;
  }
  if (single && single.count.min > chosen.count.min && !chosen.isNone)
    return { count: { min: single.count.min, max: null }, casualties: single.casualties };
  let { max } = chosen.count;
  for (const rival of statements) {
    if (rival.isClaim && !rival.isVague && max !== null && rival.count.max !== null)
      max = Math.max(max, rival.count.max);
  }
  return { count: { min: chosen.count.min, max }, casualties: chosen.casualties };
}

function singlesStatement(singles: ReadonlyMap<string, Casualty>): Statement | null {
  const named = [...singles.values()];
  const people = named.filter((casualty) => !casualty.who?.startsWith("a "));
  const used = people.length > 0 ? people : named.slice(0, 1);
  if (used.length === 0) return null;
  const max = used.every((casualty) => casualty.count.max !== null) ? used.length : null;
  return {
    count: { min: used.length, max },
    casualties: used,
    isVague: false,
    isClaim: false,
    isToll: false,
    isNone: false,
  };
}
