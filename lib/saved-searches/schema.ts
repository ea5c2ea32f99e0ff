import { z } from "zod";
import { decodeTableState, encodeTableState } from "@/lib/incidents/table-state";
import { lineSchema } from "@/lib/one-line";

/** As many as one person may keep. */
export const maxSavedSearches = 100;

const name = lineSchema(100, "Give the search a name");
const id = z.uuid();

/** A query of the table as its codec writes it; what the codec does not know is not kept. */
const query = z
  .string()
  .max(4000, "This search is too long to be kept: use fewer filters")
  .transform((text) => encodeTableState(decodeTableState(new URLSearchParams(text)).state));

export const saveSearchSchema = z.strictObject({
  name,
  query,
  /** Whether a search of the same name may be overwritten. */
  isReplacing: z.boolean().default(false),
});
export const renameSearchSchema = z.strictObject({ id, name });
export const searchIdSchema = z.strictObject({ id });

/** A search that somebody keeps: a query of the table with its order and columns. */
export type SavedSearch = { id: string; name: string; query: string };
