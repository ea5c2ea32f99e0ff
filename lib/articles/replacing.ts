import "server-only";
import type { Transaction } from "@/lib/db/client";

/** Told inside the transaction that stores a newer text of an article in its place. */
export type AfterReplacing = (
  transaction: Transaction,
  article: { id: string; replacedId: string; text: string },
) => Promise<void>;

/** The address goes over to a newer text; this waits for whoever changes the article right now. */
export async function giveUpAddress(transaction: Transaction, id: string): Promise<void> {
  await transaction.article.update({ where: { id }, data: { canonicalUrl: null }, select: { id: true } });
}

/** Says of an article which newer text stands in its place, and lets what was decided about it hold there. */
export async function replaceBy(transaction: Transaction, id: string, newerId: string): Promise<void> {
  await transaction.article.update({ where: { id }, data: { replacedById: newerId }, select: { id: true } });
  // Texts that this one had replaced are earlier texts of the newest one.
  await transaction.article.updateMany({ where: { replacedById: id }, data: { replacedById: newerId } });
  await keepDecisions(transaction, id, newerId);
}

/** What was decided about a proposal holds for the proposal that a newer text gives from the same words. */
async function keepDecisions(
  transaction: Transaction,
  fromArticle: string,
  toArticle: string,
): Promise<void> {
  const select = {
    id: true,
    proposal: true,
    status: true,
    incidentId: true,
    decidedById: true,
    decidedAt: true,
  } as const;
  const before = await transaction.suggestion.findMany({ where: { articleId: fromArticle }, select });
  const after = await transaction.suggestion.findMany({ where: { articleId: toArticle }, select });
  const decided = new Map(
    before.flatMap((row) => (row.status === "open" ? [] : [[mainWords(row.proposal), row] as const])),
  );
  for (const row of after) {
    const known = decided.get(mainWords(row.proposal));
    if (known) {
      const { status, incidentId, decidedById, decidedAt } = known;
      await transaction.suggestion.update({
        where: { id: row.id },
        data: { status, incidentId, decidedById, decidedAt },
        select: { id: true },
      });
    }
  }
}

function mainWords(proposal: unknown): string {
  const quotes = (proposal as { quotes?: { start: number; exact: string }[] } | null)?.quotes ?? [];
  return [...quotes].sort((a, b) => a.start - b.start)[0]?.exact ?? "";
}
