"use server";

import { action } from "@/lib/api/action";
import { applyBulk } from "@/lib/incidents/bulk-commands";
import { previewBulk } from "@/lib/incidents/bulk-preview";
import { bulkPreviewInputSchema, bulkStepSchema } from "@/lib/incidents/bulk-schema";
import { undoBulk } from "@/lib/incidents/bulk-undo";
import { deleteSearch, renameSearch, saveSearch } from "@/lib/saved-searches/commands";
import { renameSearchSchema, saveSearchSchema, searchIdSchema } from "@/lib/saved-searches/schema";

export const previewBulkAction = action(bulkPreviewInputSchema, async (principal, input) =>
  previewBulk(principal, input),
);

export const applyBulkAction = action(bulkStepSchema, applyBulk);

export const undoBulkAction = action(searchIdSchema, async (principal, { id }) => undoBulk(principal, id));

export const saveSearchAction = action(saveSearchSchema, saveSearch);

export const renameSearchAction = action(renameSearchSchema, renameSearch);

export const deleteSearchAction = action(searchIdSchema, async (principal, { id }) =>
  deleteSearch(principal, id),
);
