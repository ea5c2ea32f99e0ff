import { z } from "zod";
import { linesSchema } from "@/lib/one-line";
import { claimFields } from "@/lib/taxonomy/terms";

const body = linesSchema(5000).min(1, "Write something");
/** The field that it is about; null for the incident as a whole. */
const field = z.enum(claimFields).nullable();
const publicId = z.string().length(8);

export const commentInputSchema = z.strictObject({ publicId, field, body });
export const commentEditSchema = z.strictObject({ id: z.uuid(), body });
export const commentRemovalSchema = z.strictObject({ id: z.uuid() });

export const threadStepSchema = z.strictObject({
  publicId,
  field,
  isResolved: z.boolean(),
  /** The last comment that was seen: later ones stay open. */
  lastId: z.uuid(),
});

/** A comment as the desk shows it; body is "" once it was removed. Instants are ISO. */
export type CommentView = {
  id: string;
  field: z.infer<typeof field>;
  body: string;
  authorId: string | null;
  authorName: string;
  createdAt: string;
  isEdited: boolean;
  isResolved: boolean;
  isRemoved: boolean;
};

export type CommentInput = z.infer<typeof commentInputSchema>;
