"use server";

import { action } from "@/lib/api/action";
import { addComment, editComment, removeComment, setThreadResolved } from "@/lib/comments/commands";
import {
  commentEditSchema,
  commentInputSchema,
  commentRemovalSchema,
  threadStepSchema,
} from "@/lib/comments/schema";
import { markRead } from "@/lib/notifications/commands";
import { markReadSchema } from "@/lib/notifications/schema";

export const addCommentAction = action(commentInputSchema, addComment);

export const editCommentAction = action(commentEditSchema, editComment);

export const removeCommentAction = action(commentRemovalSchema, removeComment);

export const setThreadResolvedAction = action(threadStepSchema, setThreadResolved);

export const markReadAction = action(markReadSchema, markRead);
