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

function statementOf(casualties: readonly Casualty[], before: Statement | null): Statement | null {
  const first = casualties[0];
  if (!first) return null;
  const positive = casualties.filter((casualty) => casualty.count.min > 0);
  const none = casualties.filter((casualty) => casualty.count.max === 0);
  const used = positive.length > 0 ? positive : none;
  if (used.length === 0) return null;
  const toll = used.find((casualty) => casualty.isToll);
  const counted = toll ? [toll] : used;
  let count: CountRange = positive.length > 0 ? { min: 0, max: 0 } : { min: 0, max: 0 };
  for (const casualty of counted) count = addCounts(count, casualty.count);
  const isAllOther = counted.every((casualty) => casualty.isOther);
  if (isAllOther && before && !before.isNone && !before.isVague) count = addCounts(before.count, count);
  return {
    count,
    casualties: counted,
    isVague: counted.some((casualty) => casualty.isVague && casualty.who === null) && counted.length === 1,
    isClaim: counted.every((casualty) => casualty.isClaim),
    isToll: toll !== undefined,
    isNone: positive.length === 0,
  };
}

export type Toll = { count: CountRange; casualties: Casualty[] };

/**
 * What an incident's mentions say about one field. The latest stated figure wins over earlier ones; vague
 * plurals and claims give way to it but widen its upper end; people named one by one are counted once each.
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
    const base = statements.at(-1) ?? singlesStatement(singles);
    const inSentence = named.length > 0 && counts.length > 0 && counts.every((casualty) => casualty.isOther);
    const statement = statementOf(
      counts,
      inSentence ? singlesStatement(new Map(named.map((c) => [c.who ?? "", c]))) : base,
    );
    if (statement) statements.push(statement);
  }
  const single = singlesStatement(singles);
  const firm = statements.filter(
    (statement) => !statement.isVague && !statement.isClaim && !statement.isNone,
  );
  const none = statements.filter((statement) => statement.isNone);
  const chosen =
    firm.at(-1) ??
    (none.length > 0 && statements.length === none.length && !single ? none.at(-1) : undefined);
  if (!chosen) {
    const loose = statements.filter((statement) => !statement.isNone);
    const fallback = single ?? loose.at(-1);
    return fallback ? { count: fallback.count, casualties: fallback.casualties } : null;
  }
  if (single && single.count.min > chosen.count.min && !chosen.isNone)
    return { count: { min: single.count.min, max: null }, casualties: single.casualties };
  const rivals = statements.filter(
    (statement) =>
      statement !== chosen &&
      !statement.isNone &&
      !statement.isVague &&
      (statement.isClaim || !chosen.isToll),
  );
  let { max } = chosen.count;
  for (const rival of rivals)
    if (max !== null)
      max =
        rival.isClaim && rival.count.max === null
          ? max
          : rival.count.max === null
            ? max
            : Math.max(max, rival.count.max);
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
