import "server-only";
import type { Principal } from "@/lib/auth/principal";
import type { Reader } from "@/lib/db/client";
import type { AuditAction, AuditDetails } from "./schema";

/** Who did it; somebody whose name is not proven has none. */
export type AuditActor = Pick<Principal, "id" | "name" | "via" | "address">;

export const nobody = (address: string | null): AuditActor => ({
  id: null,
  name: "Nobody signed in",
  via: "session",
  address,
});

/**
 * Writes an act into the audit log, which nothing can change later; give the transaction of the act where
 * there is one.
 * @param act target: what it was done to, such as an address or the name of a key; never a secret
 */
export async function recordAuditEvent(
  writer: Reader,
  actor: AuditActor,
  act: { action: AuditAction; target?: string | null; details?: AuditDetails },
): Promise<void> {
  const via = actor.via === "session" ? {} : { via: actor.via };
  await writer.auditEvent.create({
    data: {
      action: act.action,
      userId: actor.id,
      userName: actor.name.slice(0, 200),
      target: act.target?.slice(0, 300) ?? null,
      details: { ...act.details, ...via },
      ipAddress: actor.address ?? null,
    },
    select: { id: true },
  });
}
