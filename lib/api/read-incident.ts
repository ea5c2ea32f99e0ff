import "server-only";
import { hasRole, type Principal } from "@/lib/auth/principal";
import { AppError } from "@/lib/errors";
import { readIncidentAddress } from "@/lib/incidents/address";
import {
  getIncidentForEditor,
  getIncidentVersion,
  getPublicIncident,
} from "@/lib/incidents/permalink-queries";
import type { IncidentRecord } from "@/lib/incidents/schema";

const notFound = (segment: string) =>
  new AppError("not-found", { message: `There is no incident ${segment}.` });

/**
 * The record behind an address such as 7K3M9QXA or 7K3M9QXA@2. Drafts exist for contributors and above;
 * for everybody else they are not found. A merged incident answers with the one it went into.
 */
export async function readIncident(segment: string, principal: Principal | null): Promise<IncidentRecord> {
  const address = readIncidentAddress(segment);
  if (!address) {
    throw notFound(segment);
  }
  const includeUnpublished = principal !== null && hasRole(principal, "contributor");
  if (address.version !== null) {
    const found = await getIncidentVersion(address.publicId, address.version, { includeUnpublished });
    if (!found) {
      throw notFound(segment);
    }
    return found.record;
  }
  if (includeUnpublished) {
    const found = await getIncidentForEditor(address.publicId);
    if (!found) {
      throw notFound(segment);
    }
    return found.record;
  }
  const found = await getPublicIncident(address.publicId);
  if (found?.status === "retracted") {
    throw new AppError("gone", {
      message: `This incident was retracted: ${found.reason}`,
      extra: { reason: found.reason, version: found.version },
    });
  }
  if (found?.status === "merged") {
    return readIncident(found.into, principal);
  }
  if (!found) {
    throw notFound(segment);
  }
  return found.record;
}
