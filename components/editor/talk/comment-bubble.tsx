"use client";

import { classNames } from "@/components/ui/class-names";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { ClaimField } from "@/lib/taxonomy/terms";
import { claimFieldLabels } from "@/lib/taxonomy/words";
import styles from "./comments.module.css";
import { threadId, useTalk } from "./talk-context";

/**
 * How many open comments a field has, and the way to them. A link and not a button: it stays usable where
 * the form may only be read.
 */
export function CommentBubble({ field }: { field: ClaimField }) {
  const talk = useTalk();
  if (!talk) return null;
  const count = talk.comments.filter(
    (one) => one.field === field && !one.isResolved && !one.isRemoved,
  ).length;
  return (
    <a
      className={classNames(styles.bubble, count > 0 && styles.some)}
      href={`#${threadId(field)}`}
      title={count > 0 ? undefined : "Comment"}
      onClick={(event) => {
        event.preventDefault();
        talk.openThread(field);
      }}
    >
      <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
        <path
          d="M2.5 3.5h11v7h-6l-3 2.5v-2.5h-2z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
          strokeLinejoin="round"
        />
      </svg>
      {count > 0 && <span aria-hidden="true">{count}</span>}
      <VisuallyHidden>
        {count > 0 ? `${count} ${count === 1 ? "comment" : "comments"} on` : "Comment on"}{" "}
        {claimFieldLabels[field]}
      </VisuallyHidden>
    </a>
  );
}
