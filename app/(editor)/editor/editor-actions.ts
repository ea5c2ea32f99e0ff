import type { EditorActions } from "@/components/editor/editor-actions";
import * as actions from "./actions";
import * as review from "./review-actions";
import { applyBulkAction, undoBulkAction } from "./table-actions";

/** The server actions under the names by which the components of the desk know them. */
export const editorActions: EditorActions = {
  proposeAgain: actions.proposeAgainAction,
  confirmPublicationDay: actions.confirmPublicationDayAction,
  importArticleAgain: actions.importArticleAgainAction,
  decideSuggestion: actions.decideSuggestionAction,
  acceptSuggestion: actions.acceptSuggestionAction,
  addSuggestionToIncident: actions.addSuggestionToIncidentAction,
  createIncident: actions.createIncidentAction,
  updateIncident: actions.updateIncidentAction,
  submitIncident: actions.submitIncidentAction,
  publishIncident: actions.publishIncidentAction,
  returnIncident: actions.returnIncidentAction,
  proposeChange: review.proposeChangeAction,
  proposeRestore: review.proposeRestoreAction,
  withdrawChange: review.withdrawChangeAction,
  reopenChange: review.reopenChangeAction,
  readIncident: review.readIncidentAction,
  retractIncident: actions.retractIncidentAction,
  restoreIncident: actions.restoreIncidentAction,
  createLink: actions.createLinkAction,
  deleteLink: actions.deleteLinkAction,
  applyBulk: applyBulkAction,
  undoBulk: undoBulkAction,
  createActor: actions.createActorAction,
  createPlace: actions.createPlaceAction,
  saveFormDraft: actions.saveFormDraftAction,
  discardFormDraft: actions.discardFormDraftAction,
};
