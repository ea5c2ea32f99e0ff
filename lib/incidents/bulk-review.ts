import "server-only";
import type { Principal } from "@/lib/auth/principal";
import type { Reader } from "@/lib/db/client";
import { isReviewRequired } from "@/lib/settings/queries";
import { type BulkPlan, type BulkSubject, isStep, planBulk } from "./bulk-plan";
import type { BulkChange } from "./bulk-schema";
import { mustPropose, refusalToPublish } from "./review-rules";

/** planBulk for many, with what the site's rules of review refuse beside it. */
export async function planAll(
  reader: Reader,
  principal: Principal,
  subjects: readonly BulkSubject[],
  change: BulkChange,
): Promise<{ subject: BulkSubject; plan: BulkPlan }[]> {
  const now = new Date();
  const plans = subjects.map((subject) => ({ subject, plan: planBulk(principal, subject, change, now) }));
  if (!(await isReviewRequired(reader))) return plans;
  for (const one of plans) {
    if (one.plan.kind !== "changes") continue;
    const reason = await refusalOfReview(reader, principal, one.subject, change);
    if (reason !== null) one.plan = { kind: "refused", reason };
  }
  return plans;
}

async function refusalOfReview(
  reader: Reader,
  principal: Principal,
  subject: BulkSubject,
  change: BulkChange,
): Promise<string | null> {
  if (change.kind === "publish") return refusalToPublish(reader, principal, subject);
  if (isStep(change) || !(await mustPropose(reader, principal, subject.status))) return null;
  return "Changes of published incidents wait for review here: propose this one in its form.";
}
