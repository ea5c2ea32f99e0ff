import type { Prisma } from "@/lib/db/generated/client";
import type { Extraction } from "@/lib/extraction/proposal";

/** A proposal that was accepted or rejected. */
export type Decided = { position: number; proposal: Prisma.JsonValue };

type Proposal = Extraction["incidents"][number];
type Told = Partial<Pick<Proposal, "quotes" | "eventType" | "occurred">> | null;

/** The sentence that tells the incident comes first among its quotes. */
const sentenceOf = (proposal: Told): string => {
  const [quote] = proposal?.quotes ?? [];
  return quote ? `${quote.start}-${quote.end}` : "";
};

const whatAndWhen = (proposal: Told): string =>
  [sentenceOf(proposal), proposal?.eventType, proposal?.occurred].join(" ");

/**
 * The position of each proposal: that of the decided one which it is, or a new one behind them. A sentence may tell
 * several incidents: kind and time tell them apart, and each decided proposal is met once.
 */
export function positionsBeside(
  decided: readonly Decided[],
  proposals: readonly Proposal[],
): { position: number; isDecided: boolean }[] {
  const left = new Set(decided);
  const found = new Map<Proposal, number>();
  for (const keyOf of [whatAndWhen, sentenceOf]) {
    for (const proposal of proposals.filter((one) => !found.has(one))) {
      const key = keyOf(proposal);
      const same = [...left].find((row) => keyOf(row.proposal as Told) === key);
      if (!same) continue;
      left.delete(same);
      found.set(proposal, same.position);
    }
  }
  let next = Math.max(-1, ...decided.map((row) => row.position)) + 1;
  return proposals.map((proposal) => {
    const known = found.get(proposal);
    return known === undefined
      ? { position: next++, isDecided: false }
      : { position: known, isDecided: true };
  });
}
