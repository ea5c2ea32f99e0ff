"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { CommentView } from "@/lib/comments/schema";
import { claimFields } from "@/lib/taxonomy/terms";
import { claimFieldLabels } from "@/lib/taxonomy/words";
import { answerOf } from "../workbench/item-commands";
import { CommentBox } from "./comment-box";
import { CommentLine } from "./comment-line";
import styles from "./comments.module.css";
import { boxId, type CommentField, threadId, useTalk } from "./talk-context";

const inOrder: readonly CommentField[] = [null, ...claimFields];
const nameOf = (field: CommentField) => (field === null ? "The incident" : claimFieldLabels[field]);

/** What the desk says about an incident, by field; readers never see it. */
export function CommentThreads() {
  const talk = useTalk();

  // A link to a comment leads into its thread, also where that is resolved and folded.
  useEffect(() => {
    const line = /^#comment-[\w-]+$/.test(location.hash) && document.querySelector(location.hash);
    if (!(line instanceof HTMLElement)) return;
    line.closest("details")?.setAttribute("open", "");
    line.focus();
    line.scrollIntoView({ block: "center" });
  }, []);

  if (!talk) return null;
  const shown = inOrder.filter(
    (field) =>
      field === null || talk.opened.includes(field) || talk.comments.some((one) => one.field === field),
  );
  const count = talk.comments.filter((one) => !one.isRemoved && !one.isResolved).length;
  return (
    <section className={styles.threads} aria-labelledby="comments-heading">
      <h2 id="comments-heading" className={styles.heading}>
        Comments {count > 0 && <span className={styles.count}>{count}</span>}
      </h2>
      {shown.map((field) => (
        <Thread key={field ?? "incident"} field={field} />
      ))}
    </section>
  );
}

function Thread({ field }: { field: CommentField }) {
  const talk = useTalk();
  const [problem, setProblem] = useState("");
  if (!talk) return null;
  const { publicId, actions, setComments, people, opened } = talk;
  const comments = talk.comments.filter((one) => one.field === field);
  const present = comments.filter((one) => !one.isRemoved);
  const isResolved = present.length > 0 && present.every((one) => one.isResolved);
  const last = comments.at(-1);

  async function take(work: ReturnType<typeof actions.addComment>): Promise<string | null> {
    const answer = await answerOf(work);
    if (!answer.ok) return answer.message;
    setComments(answer.data);
    return null;
  }

  const resolve = async (lastId: string) =>
    setProblem(
      (await take(actions.setThreadResolved({ publicId, field, isResolved: !isResolved, lastId }))) ?? "",
    );

  return (
    <section className={styles.thread} id={threadId(field)} aria-label={`Comments on ${nameOf(field)}`}>
      {(field !== null || present.length > 0) && (
        <div className={styles.top}>
          <h3 className={styles.name}>{nameOf(field)}</h3>
          {last && present.length > 0 && (
            <Button size="small" look="quiet" className={styles.act} onClick={() => void resolve(last.id)}>
              {isResolved ? "Reopen" : "Resolve"}
            </Button>
          )}
        </div>
      )}
      {isResolved ? (
        <details>
          <summary className={styles.folded}>
            Resolved, {present.length} {present.length === 1 ? "comment" : "comments"}
          </summary>
          <Lines comments={comments} />
        </details>
      ) : (
        <Lines comments={comments} />
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {(!isResolved || opened.includes(field)) && (
        <CommentBox
          id={boxId(field)}
          label={`Comment on ${nameOf(field)}`}
          act="Comment"
          people={people}
          onSend={(body) => take(actions.addComment({ publicId, field, body }))}
        />
      )}
    </section>
  );
}

function Lines({ comments }: { comments: readonly CommentView[] }) {
  return comments.length === 0 ? null : (
    <ol className={styles.lines}>
      {comments.map((comment) => (
        <CommentLine key={comment.id} comment={comment} />
      ))}
    </ol>
  );
}
