import "server-only";
import type { Principal } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { editorIds, notify } from "@/lib/notifications/notify";
import type { LockedIncident } from "./locking";

type Step = "submit" | "publish" | "return" | "retract" | "update" | "restore";

const kinds = {
  submit: "submitted",
  publish: "published",
  return: "returned",
  retract: "changed",
  update: "changed",
  restore: "changed",
} as const;

/**
 * Tells whom a step concerns: editors of what was submitted, its author and who submitted it of what came
 * of it. What the system does to many at once is told to nobody.
 */
export async function tellOf(
  transaction: Transaction,
  step: Step,
  principal: Pick<Principal, "id" | "name" | "via">,
  incident: Pick<LockedIncident, "id" | "createdById">,
): Promise<void> {
  if (principal.via === "system") return;
  const occasion = { kind: kinds[step], incidentId: incident.id, actor: principal };
  await notify(transaction, occasion, await concernedBy(transaction, step, incident));
}

async function concernedBy(
  transaction: Transaction,
  step: Step,
  { id, createdById }: Pick<LockedIncident, "id" | "createdById">,
): Promise<(string | null)[]> {
  if (step === "submit") return editorIds(transaction);
  if (step !== "publish" && step !== "return") return [createdById];
  const submitted = await transaction.revision.findFirst({
    where: { incidentId: id, action: "submit" },
    select: { userId: true },
    orderBy: { version: "desc" },
  });
  return [createdById, submitted?.userId ?? null];
}
