import "server-only";
import { recordAuditEvent } from "@/lib/audit/commands";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { inTransaction } from "@/lib/db/transaction";
import { reviewRequiredKey } from "./queries";
import type { ReviewSetting } from "./schema";

/** Says whether drafts and changes of published incidents need a second person. Administrators. */
export async function setReviewRequired(
  principal: Principal | null,
  { isRequired }: ReviewSetting,
): Promise<ReviewSetting> {
  requireRole(principal, "admin");
  await inTransaction(async (transaction) => {
    await transaction.setting.upsert({
      where: { key: reviewRequiredKey },
      create: { key: reviewRequiredKey, value: isRequired },
      update: { value: isRequired },
    });
    await recordAuditEvent(transaction, principal, {
      action: "setting-changed",
      target: reviewRequiredKey,
      details: { isRequired },
    });
  });
  return { isRequired };
}
