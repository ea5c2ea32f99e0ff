import type { z } from "zod";
import type { ActionResult } from "@/lib/api/action-result";
import type {
  BulkPreview,
  BulkResult,
  BulkUndoResult,
  bulkPreviewInputSchema,
  bulkStepSchema,
} from "@/lib/incidents/bulk-schema";
import type { SavedSearch } from "@/lib/saved-searches/schema";

type Answer<T> = Promise<ActionResult<T>>;

/** The server actions of the table of incidents, as its page hands them to the components. */
export type TableActions = {
  previewBulk: (input: z.input<typeof bulkPreviewInputSchema>) => Answer<BulkPreview>;
  applyBulk: (input: z.input<typeof bulkStepSchema>) => Answer<BulkResult>;
  undoBulk: (input: { id: string }) => Answer<BulkUndoResult>;
  saveSearch: (input: { name: string; query: string; isReplacing?: boolean }) => Answer<SavedSearch>;
  renameSearch: (input: { id: string; name: string }) => Answer<SavedSearch>;
  deleteSearch: (input: { id: string }) => Answer<void>;
};
