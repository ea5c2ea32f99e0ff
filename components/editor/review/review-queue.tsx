"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Tag } from "@/components/ui/tag";
import type { ReviewItem } from "@/lib/incidents/review-item";
import { changedFieldsWords } from "@/lib/incidents/revision-words";
import { paths } from "@/lib/paths";
import { dateTimeWords } from "../desk/date-time-words";
import styles from "./review.module.css";
import { useReviewKeys } from "./use-review-keys";

/** What waits, longest first; J and K go from line to line, Enter opens. */
export function ReviewQueue({ items, viewerId }: { items: readonly ReviewItem[]; viewerId: string }) {
  const router = useRouter();
  const list = useRef<HTMLOListElement>(null);

  function move(by: 1 | -1) {
    const links = [...(list.current?.querySelectorAll<HTMLElement>("a[data-line]") ?? [])];
    const at = links.findIndex((link) => link.matches(":focus"));
    links[at < 0 ? (by === 1 ? 0 : links.length - 1) : at + by]?.focus();
  }

  useReviewKeys({
    next: () => move(1),
    previous: () => move(-1),
    open: () => {
      const [first] = items;
      if (first) router.push(paths.reviewIncident(first.publicId));
    },
  });

  return (
    <ol className={styles.queue} ref={list}>
      {items.map((item) => (
        <li key={item.publicId} className={styles.line}>
          <Tag tone={item.kind === "new" ? "plain" : "caution"}>{item.kind === "new" ? "New" : "Change"}</Tag>
          <div className={styles.what}>
            <Link data-line href={paths.reviewIncident(item.publicId)} className={styles.link} dir="auto">
              {item.title}
            </Link>
            <p className={styles.facts}>
              <span>{item.byIds.includes(viewerId) ? "by you" : `by ${item.by}`}</span>
              <time dateTime={item.since}>{dateTimeWords(item.since)}</time>
              {item.fields.length > 0 && <span>{changedFieldsWords(item.fields)}</span>}
            </p>
            {item.reason && <p className={styles.facts}>“{item.reason}”</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
