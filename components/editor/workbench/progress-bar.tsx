"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { paths } from "@/lib/paths";
import { isProposed, isPublishable } from "./all-items";
import type { Item } from "./item";
import { UnknownActors } from "./unknown-actors";
import type { AllItems } from "./use-all-items";
import styles from "./workbench.module.css";

/** How far the article is, and what can be done to all of its incidents at once. */
export function ProgressBar({
  all,
  items,
  status,
  onNew,
  isSignedOut,
}: {
  all: AllItems;
  items: readonly Item[];
  status: string;
  onNew: () => void;
  isSignedOut: boolean;
}) {
  const { isRunning } = all;
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
        {all.acceptable > 1 && (
          <Button size="small" disabled={isRunning} title="Shift A" onClick={() => void all.accept()}>
            Accept all
          </Button>
        )}
        {all.links > 1 && (
          <Button size="small" disabled={isRunning} title="Shift L" onClick={() => void all.link()}>
            Create all links
          </Button>
        )}
        {all.publishable > 0 && (
          <Button
            size="small"
            look="primary"
            disabled={isRunning}
            title="Shift P"
            onClick={() => void all.publish()}
          >
            Publish all accepted
          </Button>
        )}
      </div>
      <UnknownActors all={all} />
      <p className={styles.status} role="status">
        {status}
      </p>
    </div>
  );
}

function countWords(items: readonly Item[]): string {
  const count = (test: (item: Item) => boolean) => items.filter(test).length;
  const proposed = count(isProposed);
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
