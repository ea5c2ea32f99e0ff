import { database } from "@/lib/db/client";
import type { BulkChange } from "@/lib/incidents/bulk-schema";
import { readRecord } from "@/lib/incidents/record";
import type { MadeIncident } from "./factories";

export const publish = { kind: "publish", unsourcedReason: "From an archive" } as const;
export const itemOf = ({ publicId, record }: MadeIncident) => ({
  publicId,
  version: record.incident.version,
});
export const stepOf = (change: BulkChange, made: MadeIncident[], id: string | null = null) => ({
  id,
  change,
  items: made.map(itemOf),
});

export async function stateOf({ id }: { id: string }) {
  const record = await readRecord(database(), { id }, { includeUnpublishedLinks: true });
  if (!record) throw new Error(`incident ${id} is gone`);
  return record;
}

/** The id of a bulk change that changed something. */
export const bulkIdOf = (id: string | null): string => {
  if (id === null) throw new Error("nothing was changed");
  return id;
};
