import "server-only";
import { recordAuditEvent } from "@/lib/audit/commands";
import { database, type Reader } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import type { Role } from "@/lib/taxonomy/terms";
import { hasRole, type Principal, requireRole } from "./principal";

const key = "two-factor-required";

/** Whether editors and administrators must sign in with two factors; false until somebody says so. */
export async function isTwoFactorRequired(reader: Reader = database()): Promise<boolean> {
  const row = await reader.setting.findUnique({ where: { key }, select: { value: true } });
  return row?.value === true;
}

/** True when somebody of this role has yet to set up two-factor sign-in before the role counts. */
export async function needsTwoFactor(person: { role: Role; hasTwoFactor: boolean }): Promise<boolean> {
  return !person.hasTwoFactor && hasRole(person, "editor") && (await isTwoFactorRequired());
}

/**
 * Says whether editors and administrators must sign in with two factors. Whoever turns it on has it already,
 * so that an administrator who can sign in is left. Administrators.
 */
export async function setTwoFactorRequired(
  principal: Principal | null,
  { isRequired }: { isRequired: boolean },
): Promise<void> {
  requireRole(principal, "admin");
  await inTransaction(async (transaction) => {
    const own = { id: principal.id ?? "", twoFactorEnabled: true };
    if (isRequired && principal.via !== "system" && (await transaction.user.count({ where: own })) === 0) {
      throw new AppError("conflict", {
        message: "Set up two-factor sign-in for your own account first; then nobody is locked out.",
      });
    }
    const was = await isTwoFactorRequired(transaction);
    if (was === isRequired) {
      return;
    }
    await transaction.setting.upsert({
      where: { key },
      create: { key, value: isRequired },
      update: { value: isRequired },
      select: { key: true },
    });
    await recordAuditEvent(transaction, principal, {
      action: "setting-changed",
      target: key,
      details: { from: was, to: isRequired },
    });
  });
}
