"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { CommentView } from "@/lib/comments/schema";
import { dateTimeWords } from "../desk/date-time-words";
import { answerOf } from "../workbench/item-commands";
import { CommentBody } from "./comment-body";
import { CommentBox } from "./comment-box";
import styles from "./comments.module.css";
import { useTalk } from "./talk-context";

/** One comment; its author can change and remove it. */
export function CommentLine({ comment }: { comment: CommentView }) {
  const talk = useTalk();
  const [isEditing, setEditing] = useState(false);
  const [problem, setProblem] = useState("");
  if (!talk) return null;
  const { actions, setComments, people, viewerId } = talk;
  const isOwn = comment.authorId === viewerId && !comment.isRemoved;

  async function take(work: ReturnType<typeof actions.editComment>): Promise<string | null> {
    const answer = await answerOf(work);
    if (!answer.ok) return answer.message;
    setComments(answer.data);
    setEditing(false);
    return null;
  }

  return (
    <li className={styles.comment} id={`comment-${comment.id}`} tabIndex={-1}>
      <p className={styles.head}>
        <strong>{comment.authorName}</strong>
        <time dateTime={comment.createdAt}>{dateTimeWords(comment.createdAt)}</time>
        {comment.isEdited && !comment.isRemoved && <span>edited</span>}
      </p>
      {comment.isRemoved && <p className={styles.removed}>Removed.</p>}
      {!comment.isRemoved && isEditing && (
        <CommentBox
          label="Your comment"
          act="Save comment"
          people={people}
          start={comment.body}
          onSend={(body) => take(actions.editComment({ id: comment.id, body }))}
          onCancel={() => setEditing(false)}
        />
      )}
      {!comment.isRemoved && !isEditing && <CommentBody body={comment.body} />}
      {isOwn && !isEditing && (
        <div className={styles.acts}>
          <Button size="small" look="quiet" className={styles.act} onClick={() => setEditing(true)}>
            Edit
          </Button>
          <Button
            size="small"
            look="quiet"
            className={styles.act}
            onClick={async () => setProblem((await take(actions.removeComment({ id: comment.id }))) ?? "")}
          >
            Remove
          </Button>
        </div>
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </li>
  );
}
