import type { DuplicateActions } from "@/components/editor/duplicates/duplicate-actions";
import * as actions from "./actions";

/** The server actions under the names by which the components know them. */
export const duplicateActions: DuplicateActions = {
  merge: actions.mergeIncidentsAction,
  unmerge: actions.unmergeIncidentsAction,
  markDistinct: actions.markDistinctAction,
  unmarkDistinct: actions.unmarkDistinctAction,
};
