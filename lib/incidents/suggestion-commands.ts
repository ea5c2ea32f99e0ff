import "server-only";
import { requireSuggestion } from "@/lib/articles/commands";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { createIncidentIn } from "./commands";
import type { IncidentInput, IncidentRecord } from "./schema";

/**
 * Makes a draft incident of a proposal, as the editor corrected it; a second acceptance of the same
 * proposal is refused, so that a double click makes one incident. Contributors and above.
 */
export async function acceptSuggestion(
  principal: Principal | null,
  suggestionId: string,
  input: IncidentInput,
): Promise<IncidentRecord> {
  requireRole(principal, "contributor");
  return inTransaction(async (transaction) => {
    const { count } = await transaction.suggestion.updateMany({
      where: { id: suggestionId, status: { not: "accepted" } },
      data: { status: "accepted", decidedById: principal.id, decidedAt: new Date() },
    });
    if (count === 0) {
      await requireSuggestion(transaction, suggestionId);
      throw new AppError("conflict", { message: "This proposal was accepted already." });
    }
    const record = await createIncidentIn(transaction, principal, input);
    await transaction.suggestion.update({
      where: { id: suggestionId },
      data: { incident: { connect: { publicId: record.incident.publicId } } },
      select: { id: true },
    });
    return record;
  });
}
