import "server-only";
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type Principal, requireRole } from "@/lib/auth/principal";
import type { Transaction } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { uuidOfHex } from "@/lib/uuid";
import { createIncidentIn, updateIncidentIn } from "./commands";
import { dateColumns } from "./model";
import { currentRecord } from "./revisions";
import { type IncidentInput, type IncidentRecord, incidentRecordSchema } from "./schema";
import { inputOfRecord } from "./state-input";

/** The id of the incident that somebody creates under a key: a UUID of version 8 (RFC 9562) from both. */
function keyedId(principal: Principal, key: string): string {
  const hex = createHash("sha256").update(`${principal.id}\n${key}`).digest("hex");
  return uuidOfHex(`${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17)}`);
}

/**
 * Creates an incident under a key of the sender's, once: sent again, after an answer that was lost on its way or a
 * double click, it answers with the one that is there. `repeated` says what another input then is: "refused" with
 * conflict, or one that "updates" the untouched draft as a save of it does (version-conflict once it was changed).
 * Contributors and above.
 */
export async function createIncidentOnce(
  principal: Principal | null,
  key: string,
  input: IncidentInput,
  repeated: "refused" | "updates",
): Promise<{ record: IncidentRecord; isNew: boolean }> {
  requireRole(principal, "contributor");
  const id = keyedId(principal, key);
  const attempt = () =>
    inTransaction(async (transaction) => {
      const isThere = (await transaction.incident.count({ where: { id } })) > 0;
      if (!isThere) return { record: await createIncidentIn(transaction, principal, input, id), isNew: true };
      const record =
        repeated === "refused"
          ? await answerAgain(transaction, id, input)
          : await storeAgain(transaction, principal, id, input);
      return { record, isNew: false };
    });
  try {
    return await attempt();
  } catch (error) {
    // Of two at the same moment the second finds the id taken; by now the first is stored.
    if (error instanceof AppError && error.code === "conflict") return attempt();
    throw error;
  }
}

/** The incident as it stands, where the input is the one that made it. */
async function answerAgain(
  transaction: Transaction,
  id: string,
  input: IncidentInput,
): Promise<IncidentRecord> {
  const { state } = await transaction.revision.findUniqueOrThrow({
    where: { incidentId_version: { incidentId: id, version: 1 } },
    select: { state: true },
  });
  const first = withoutIds(inputOfRecord(incidentRecordSchema.parse(state)));
  if (!isDeepStrictEqual(first, asStored(withoutIds(input), first))) {
    throw new AppError("conflict", {
      message:
        "Another incident was created under this Idempotency-Key. Send this one under a key of its own.",
    });
  }
  return currentRecord(transaction, id);
}

/** An input as the record says it: the date normalised, campaigns in their order, the place's own coordinates. */
const asStored = (input: IncidentInput, stored: IncidentInput): IncidentInput => ({
  ...input,
  occurred: dateColumns(input.occurred, input.timeZone).occurred,
  campaigns: [...new Set(input.campaigns)].toSorted(),
  place: input.place && {
    ...input.place,
    latitude: input.place.latitude ?? stored.place?.latitude ?? null,
    longitude: input.place.longitude ?? stored.place?.longitude ?? null,
  },
});

/** What a first save that is sent again makes of the incident that it made; the same input changes nothing. */
export async function storeAgain(
  transaction: Transaction,
  principal: Principal,
  id: string,
  input: IncidentInput,
): Promise<IncidentRecord> {
  const record = await currentRecord(transaction, id);
  const stored = withoutIds(inputOfRecord(record));
  if (isDeepStrictEqual(stored, asStored(withoutIds(input), stored))) return record;
  return updateIncidentIn(transaction, principal, record.incident.publicId, 1, input);
}

const withoutIds = (input: IncidentInput): IncidentInput => ({
  ...input,
  claims: input.claims.map(({ id: _id, ...claim }) => claim),
});
