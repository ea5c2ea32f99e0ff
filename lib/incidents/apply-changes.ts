import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Principal } from "@/lib/auth/principal";
import { replaceClaims } from "@/lib/claims/commands";
import type { Transaction } from "@/lib/db/client";
import { changedColumns, replaceRelations } from "./columns";
import { ownSelect, readClaims, withOwnColumns } from "./record";
import { currentRecord } from "./revisions";
import type { IncidentInput, IncidentPatch, IncidentRecord } from "./schema";
import { requireSources, unsourcedValues } from "./sourcing";
import { inputOfRecord } from "./state-input";

/**
 * Writes a change of a locked incident as its next version, without the revision, which the same transaction
 * must write before it ends. New claims are the author's. why says of values without a claim that become public
 * why they stand, where the change itself does not. Answers with the record as it then is.
 */
export async function applyChanges(
  transaction: Transaction,
  author: Pick<Principal, "id">,
  before: IncidentRecord,
  id: string,
  changes: Omit<IncidentPatch, "reason">,
  { why, ...statusColumns }: { why?: string | null; status?: string; retractReason?: null } = {},
): Promise<IncidentRecord> {
  const earlier = inputOfRecord(before);
  const whole: IncidentInput = { ...earlier, ...definedOnly(changes) };
  const wasPublic = before.incident.status === "published";
  if (wasPublic || statusColumns.status === "published") {
    if (unsourcedValues(whole).length > 0) whole.unsourcedReason ||= why || null;
    // What stands in public says why its values stand; it says nothing of others, which came later.
    const isSilent = wasPublic && changes.unsourcedReason === undefined;
    requireSources(whole, isSilent ? why : whole.unsourcedReason, wasPublic ? earlier : null);
  }
  const columns = await changedColumns(transaction, earlier, whole);
  const row = await transaction.incident.update({
    where: { id },
    data: { ...columns, ...statusColumns, version: before.incident.version + 1 },
    select: ownSelect,
  });
  // A form sends all that it holds; what stands already is neither written nor read again.
  const differs = (part: "place" | "participations" | "campaigns" | "claims") =>
    changes[part] !== undefined && !isDeepStrictEqual(changes[part], earlier[part]);
  const [participations, campaigns] = [differs("participations"), differs("campaigns")];
  await replaceRelations(transaction, id, {
    participations: participations ? changes.participations : undefined,
    campaigns: campaigns ? changes.campaigns : undefined,
  });
  const claims = changes.claims && differs("claims") ? changes.claims : null;
  const known = claims
    ? await replaceClaims(transaction, id, before.claims, claims, author.id)
    : before.claims;
  if (differs("place") || participations || campaigns) return currentRecord(transaction, id);
  // Where no other article is quoted the sources stay; their order is that of the claims.
  const isSame =
    known?.length === before.claims.length &&
    known.every(({ id: claimId }, at) => claimId === before.claims[at]?.id);
  const written = isSame ? { claims: known } : await readClaims(transaction, id);
  return withOwnColumns(before, row, written);
}

const definedOnly = <T extends object>(value: T): Partial<T> =>
  // Only keys with a value are kept, so each kept key has its own type.
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Partial<T>;
