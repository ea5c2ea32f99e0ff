import type { TalkActions } from "@/components/editor/talk/talk-context";
import * as actions from "./talk-actions";

/** The server actions under the names by which the threads of comments know them. */
export const talkActions: TalkActions = {
  addComment: actions.addCommentAction,
  editComment: actions.editCommentAction,
  removeComment: actions.removeCommentAction,
  setThreadResolved: actions.setThreadResolvedAction,
};
