"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { describeOccurred } from "@/lib/dates/words";
import type { LikeIncident } from "@/lib/incidents/likeness";
import { paths } from "@/lib/paths";
import { statusLabels } from "@/lib/taxonomy/words";
import type { Item } from "./item";
import styles from "./like-incidents.module.css";
import type { ItemCommands } from "./use-item-commands";

/** The recorded incidents that a proposal may speak of, and the way to make its article another source of one. */
export function LikeIncidents({ item, commands }: { item: Item; commands: ItemCommands }) {
  const likes = item.suggestion?.likes ?? [];
  if (likes.length === 0 || item.record !== null || item.isRejected) return null;
  return (
    <Notice tone="caution">
      <p>May already be recorded:</p>
      <ul className={styles.list}>
        {likes.map((like) => (
          <li key={like.publicId} className={styles.like}>
            <span className={styles.words}>
              <a href={paths.editIncident(like.publicId)} target="_blank" rel="noreferrer" dir="auto">
                {like.title}
                <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
              </a>
              , {factsOf(like)}
            </span>
            <Button
              size="small"
              disabled={item.busy !== null}
              onClick={() => void commands.addTo(item.id, like)}
            >
              Add as a source to it
              <VisuallyHidden>: {like.title}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** "5 July 2021, a draft, 87 % alike: the same day, 3 km apart". */
function factsOf({ occurred, timeZone, status, score, reasons }: LikeIncident): string {
  const when = describeOccurred(occurred, timeZone, { style: "short" });
  const stage = status === "published" ? "" : `, ${statusLabels[status].toLowerCase()}`;
  const why = reasons.length > 0 ? `: ${reasons.join(", ")}` : "";
  return `${when}${stage}, ${Math.round(score * 100)}\u202f% alike${why}`;
}
