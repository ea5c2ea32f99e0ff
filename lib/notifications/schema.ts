import { z } from "zod";
import type { notificationKinds } from "@/lib/taxonomy/terms";

export type NotificationKind = (typeof notificationKinds)[number];

/** What somebody at the desk is told: who did what to which incident. Instants are ISO. */
export type NotificationView = {
  id: string;
  kind: NotificationKind;
  actorName: string;
  publicId: string;
  title: string;
  commentId: string | null;
  /** The field that the comment is about; null for the incident as a whole, and without a comment. */
  field: string | null;
  createdAt: string;
  isRead: boolean;
};

export const markReadSchema = z.strictObject({
  /** Null for all. */
  id: z.uuid().nullable(),
});
