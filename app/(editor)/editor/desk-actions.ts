import type { TableActions } from "@/components/editor/table/table-actions";
import * as actions from "./table-actions";

/** The server actions of the table of incidents under the names by which its components know them. */
export const tableActions: TableActions = {
  previewBulk: actions.previewBulkAction,
  applyBulk: actions.applyBulkAction,
  undoBulk: actions.undoBulkAction,
  saveSearch: actions.saveSearchAction,
  renameSearch: actions.renameSearchAction,
  deleteSearch: actions.deleteSearchAction,
};
