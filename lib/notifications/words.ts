import { claimFieldLabels } from "@/lib/taxonomy/words";
import type { NotificationKind, NotificationView } from "./schema";

const did: Record<NotificationKind, string> = {
  mention: "mentioned you",
  comment: "commented",
  submitted: "submitted for review",
  published: "published",
  returned: "sent back",
  changed: "changed",
  merged: "merged",
};

/** What happened, between the name of who did it and the title: "commented on Killed of". */
export function notificationWords({ kind, field }: Pick<NotificationView, "kind" | "field">): string {
  if (kind !== "mention" && kind !== "comment") return did[kind];
  const about = Object.entries(claimFieldLabels).find(([known]) => known === field)?.[1];
  return about ? `${did[kind]} on ${about} of` : `${did[kind]} ${kind === "mention" ? "in" : "on"}`;
}
