import "server-only";
import { hasRole, type Principal } from "@/lib/auth/principal";
import { AppError } from "@/lib/errors";
import { readIncidentAddress } from "@/lib/incidents/address";
import { getIncidentAsOf } from "@/lib/incidents/as-of";
import {
  getIncidentForEditor,
  getIncidentVersion,
  getPublicIncident,
  survivorOf,
} from "@/lib/incidents/permalink-queries";
import type { IncidentRecord } from "@/lib/incidents/schema";

const notFound = (segment: string) =>
  new AppError("not-found", { message: `There is no incident ${segment}.` });

const moved = (publicId: string, into: string) =>
  new AppError("moved", {
    message: `${publicId} was merged into ${into}.`,
    extra: { into },
  });

/**
 * The record behind an address such as 7K3M9QXA or 7K3M9QXA@2. Drafts exist for contributors and above;
 * for everybody else they are not found. Throws moved, with the id that the incident has now, for one that was
 * merged; its versions stay where they are. asOf asks for what the public saw then.
 */
export async function readIncident(
  segment: string,
  principal: Principal | null,
  asOf: Date | null = null,
): Promise<IncidentRecord> {
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
  if (asOf) {
    const found = await getIncidentAsOf(address.publicId, asOf);
    if (!found) {
      throw new AppError("not-found", {
        message: `The incident ${segment} was not public at that time.`,
      });
    }
    return found.record;
  }
  if (includeUnpublished) {
    const found = await getIncidentForEditor(address.publicId);
    if (!found) {
      throw notFound(segment);
    }
    const into = found.mergedInto && (await survivorOf(address.publicId, { includeUnpublished }));
    if (into) {
      throw moved(address.publicId, into);
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
    throw moved(address.publicId, found.into);
  }
  if (!found) {
    throw notFound(segment);
  }
  return found.record;
}
