"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { paths } from "@/lib/paths";
import type { Item } from "./item";
import { type Desk, saveItem, stepItem } from "./item-commands";
import { isBackground } from "./use-workbench";
import styles from "./workbench.module.css";

const isAcceptable = (item: Item): boolean =>
  item.suggestion !== null && item.record === null && !item.isRejected && !isBackground(item);

const isPublishable = (item: Item): boolean => {
  const status = item.record?.incident.status;
  return status === "draft" || status === "in_review";
};

/** How far the article is, and what can be done to all of its incidents at once. */
export function ProgressBar({
  desk,
  items,
  mayPublish,
  status,
  announce,
  onNew,
  onAttention,
  isSignedOut,
}: {
  desk: Desk;
  items: readonly Item[];
  mayPublish: boolean;
  status: string;
  announce: (words: string) => void;
  onNew: () => void;
  /** Called with the first item that could not be saved or published. */
  onAttention: (id: string) => void;
  isSignedOut: boolean;
}) {
  const [isRunning, setRunning] = useState(false);
  const acceptable = items.filter(isAcceptable);
  const publishable = items.filter(isPublishable);

  async function all(
    todo: readonly Item[],
    verb: string,
    done: string,
    work: (id: string) => Promise<unknown>,
  ) {
    setRunning(true);
    const failed: string[] = [];
    for (const [index, { id }] of todo.entries()) {
      announce(`${verb} ${index + 1} of ${todo.length}…`);
      if (!(await work(id))) failed.push(id);
    }
    const [first] = failed;
    const failure = first ? ` ${failed.length} need${failed.length === 1 ? "s" : ""} attention.` : "";
    announce(`${done} ${todo.length - failed.length} of ${todo.length}.${failure}`);
    if (first) onAttention(first);
    setRunning(false);
  }

  return (
    <div className={styles.bar}>
      {isSignedOut && (
        <Notice tone="caution" role="alert">
          <p>
            You are signed out. What you type is kept on this device.{" "}
            <a href={paths.signIn()} target="_blank" rel="noreferrer">
              Sign in again in another tab
            </a>
            .
          </p>
        </Notice>
      )}
      <div className={styles.row}>
        <h2 className={styles.heading}>
          Incidents <span className={styles.counts}>{countWords(items)}</span>
        </h2>
        <Button size="small" disabled={isRunning} onClick={onNew}>
          New incident
        </Button>
        {acceptable.length > 1 && (
          <Button
            size="small"
            disabled={isRunning}
            onClick={() => all(acceptable, "Saving", "Saved", (id) => saveItem(desk, id))}
          >
            Accept all
          </Button>
        )}
        {mayPublish && publishable.length > 0 && (
          <Button
            size="small"
            look="primary"
            disabled={isRunning}
            onClick={() => all(publishable, "Publishing", "Published", (id) => stepItem(desk, id, "publish"))}
          >
            Publish all accepted
          </Button>
        )}
      </div>
      <p className={styles.status} role="status">
        {status}
      </p>
    </div>
  );
}

function countWords(items: readonly Item[]): string {
  const count = (test: (item: Item) => boolean) => items.filter(test).length;
  const proposed = count(isAcceptable);
  const drafts = count(isPublishable);
  const published = count((item) => item.record?.incident.status === "published");
  const rejected = count((item) => item.isRejected);
  return [
    `${proposed} proposed`,
    drafts > 0 ? `${drafts} accepted` : "",
    published > 0 ? `${published} published` : "",
    rejected > 0 ? `${rejected} rejected` : "",
  ]
    .filter(Boolean)
    .join(" · ");
}
