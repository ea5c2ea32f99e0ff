"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import type { ActionResult } from "@/lib/api/action-result";
import type { NotificationView } from "@/lib/notifications/schema";
import { notificationWords } from "@/lib/notifications/words";
import { paths } from "@/lib/paths";
import { dateTimeWords } from "../desk/date-time-words";
import { answerOf } from "../workbench/item-commands";
import styles from "./notifications.module.css";

type MarkRead = (input: { id: string | null }) => Promise<ActionResult<{ unread: number }>>;

/** Where a line leads: to the comment, to the review, or to the incident. */
function addressOf({ kind, publicId, commentId }: NotificationView): string {
  if (commentId !== null) return paths.editIncidentComment(publicId, commentId);
  return kind === "submitted" ? paths.reviewIncident(publicId) : paths.editIncident(publicId);
}

/** What one was told, latest first; following a line reads it. */
export function NotificationList({
  lines: stored,
  markRead,
}: {
  lines: readonly NotificationView[];
  markRead: MarkRead;
}) {
  const router = useRouter();
  const [readIds, setReadIds] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState("");
  const lines = stored.map((line) => ({ ...line, isRead: line.isRead || readIds.has(line.id) }));
  const unread = lines.filter(({ isRead }) => !isRead);

  async function read(ids: readonly string[], id: string | null) {
    setReadIds(new Set([...readIds, ...ids]));
    const answer = await answerOf(markRead({ id }));
    setProblem(answer.ok ? "" : answer.message);
    document.dispatchEvent(new Event("sightline:read"));
    router.refresh();
  }

  if (lines.length === 0) {
    return (
      <EmptyState title="Nothing yet">
        <p>Mentions, comments on your incidents and what becomes of your submissions stand here.</p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.list}>
      {problem && <p role="alert">{problem}</p>}
      {unread.length > 0 && (
        <div>
          <Button
            size="small"
            onClick={() =>
              read(
                unread.map(({ id }) => id),
                null,
              )
            }
          >
            Mark all as read
          </Button>
        </div>
      )}
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.id} className={classNames(styles.line, !line.isRead && styles.unread)}>
            <p className={styles.what}>
              <strong>{line.actorName}</strong> {notificationWords(line)}{" "}
              <Link
                href={addressOf(line)}
                dir="auto"
                prefetch={false}
                onClick={() => {
                  if (!line.isRead) void read([line.id], line.id);
                }}
              >
                {line.title}
              </Link>
              <time className={styles.at} dateTime={line.createdAt}>
                {dateTimeWords(line.createdAt)}
              </time>
            </p>
            {!line.isRead && (
              <Button
                size="small"
                look="quiet"
                aria-label={`Mark as read: ${line.actorName} ${notificationWords(line)} ${line.title}`}
                onClick={() => read([line.id], line.id)}
              >
                Mark as read
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
