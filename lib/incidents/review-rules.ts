import "server-only";
import { hasRole, type Principal } from "@/lib/auth/principal";
import type { Reader } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { isReviewRequired } from "@/lib/settings/queries";
import type { IncidentStatus } from "@/lib/taxonomy/terms";
import type { LockedIncident } from "./locking";

/**
 * True where a change cannot be written at once but waits beside the published incident: for contributors
 * always, for everybody once the site requires review.
 */
export async function mustPropose(
  reader: Reader,
  principal: Pick<Principal, "role" | "via">,
  status: IncidentStatus,
): Promise<boolean> {
  if (status !== "published" || principal.via === "system") return false;
  return !hasRole(principal, "editor") || (await isReviewRequired(reader));
}

/** Throws forbidden where the change has to be proposed instead. */
export async function requireDirectChange(
  reader: Reader,
  principal: Principal,
  incident: Pick<LockedIncident, "status">,
): Promise<void> {
  if (await mustPropose(reader, principal, incident.status)) {
    throw new AppError("forbidden", {
      message: "Changes of published incidents wait for review here: propose this one instead.",
    });
  }
}

/**
 * Throws forbidden where bringing a version back would make public what nobody reviewed. A retracted
 * incident comes back as a version that was public.
 */
export async function requireRestorable(
  reader: Reader,
  principal: Principal,
  incident: LockedIncident,
  versionStatus: string,
): Promise<void> {
  await requireDirectChange(reader, principal, incident);
  const wasNeverPublic = versionStatus !== "published";
  const becomesPublic = incident.status === "retracted" && incident.publishedAt !== null;
  if (becomesPublic && wasNeverPublic && principal.via !== "system" && (await isReviewRequired(reader))) {
    throw new AppError("forbidden", {
      message: "This version was never public, and this site publishes only what was reviewed.",
    });
  }
}

const steps = ["submit", "publish", "return", "retract"];

/** Why somebody may not publish an incident, in a sentence; null when they may. */
export async function refusalToPublish(
  reader: Reader,
  principal: Pick<Principal, "id" | "via">,
  incident: Pick<LockedIncident, "id" | "status" | "createdById">,
): Promise<string | null> {
  if (principal.via === "system" || !(await isReviewRequired(reader))) return null;
  if (incident.status !== "in_review") {
    return "This site publishes what a second person has reviewed: submit the draft first.";
  }
  const lastOf = (action: { in: string[] } | { notIn: string[] }) =>
    reader.revision.findFirst({
      where: { incidentId: incident.id, action },
      select: { userId: true },
      orderBy: { version: "desc" },
    });
  const submitted = await lastOf({ in: ["submit"] });
  const written = await lastOf({ notIn: steps });
  // A link or a moved quote says nothing of the words: it does not make who wrote them a second person.
  const worded = await lastOf({ notIn: [...steps, "link", "unlink", "reanchor"] });
  const own = [incident.createdById, submitted?.userId, written?.userId, worded?.userId];
  return own.includes(principal.id)
    ? "You wrote, changed or submitted this incident yourself: somebody else has to publish it."
    : null;
}

/** Throws forbidden, with the sentence, unless this person may publish the incident. */
export async function requireSecondPerson(
  reader: Reader,
  principal: Principal,
  incident: Pick<LockedIncident, "id" | "status" | "createdById">,
): Promise<void> {
  const refusal = await refusalToPublish(reader, principal, incident);
  if (refusal !== null) {
    throw new AppError("forbidden", { message: refusal });
  }
}

/** Why somebody may not approve a proposed change, in a sentence; null when they may. */
export async function refusalToApprove(
  reader: Reader,
  principal: Pick<Principal, "id" | "role">,
  change: { createdById: string | null },
): Promise<string | null> {
  if (!hasRole(principal, "editor")) return "Editors approve changes.";
  const isOwn = change.createdById !== null && change.createdById === principal.id;
  return isOwn && (await isReviewRequired(reader))
    ? "You proposed this change yourself: somebody else has to approve it."
    : null;
}
