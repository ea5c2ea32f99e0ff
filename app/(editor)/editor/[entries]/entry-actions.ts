import type { EntryActions } from "@/components/editor/names/entry-actions";
import { discardFormDraftAction, saveFormDraftAction } from "../actions";
import { deleteEntryAction, saveEntryAction } from "./actions";

/** The server actions under the names by which the forms of the names know them. */
export const entryActions: EntryActions = {
  save: saveEntryAction,
  remove: deleteEntryAction,
  saveFormDraft: saveFormDraftAction,
  discardFormDraft: discardFormDraftAction,
};
