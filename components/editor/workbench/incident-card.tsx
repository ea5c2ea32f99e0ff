"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { EventMark } from "@/components/ui/event-mark";
import { Tag } from "@/components/ui/tag";
import { readTypedDate } from "@/lib/dates/typed";
import { describeOccurred } from "@/lib/dates/words";
import { isTimeZone } from "@/lib/dates/zones";
import { readTypedCount } from "@/lib/incidents/typed-count";
import { casualtiesWords } from "@/lib/incidents/words";
import type { Company } from "@/lib/presence/schema";
import { eventGroupOf } from "@/lib/taxonomy/event-types";
import { statusLabels } from "@/lib/taxonomy/words";
import { CompanyLine } from "../presence/company-line";
import styles from "./incident-card.module.css";
import { type Item, isDirty } from "./item";

export const headingId = (item: Item): string => `${item.id}/heading`;

/** One incident as a card: a line that names it, and the form under it while it is the active one. */
export function IncidentCard({
  item,
  number,
  isActive,
  referenceDay,
  company,
  onToggle,
  children,
}: {
  item: Item;
  number: number;
  isActive: boolean;
  referenceDay: string | null;
  company: Company | undefined;
  onToggle: () => void;
  children: ReactNode;
}) {
  const { form } = item;
  return (
    <li
      className={classNames(styles.card, isActive && styles.open, item.isRejected && styles.rejected)}
      data-status={statusOf(item).key}
    >
      <div className={styles.head}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <div className={styles.names}>
          <h3 className={styles.title}>
            <button
              type="button"
              id={headingId(item)}
              className={styles.toggle}
              aria-expanded={isActive}
              onClick={onToggle}
              dir="auto"
            >
              {form.title.trim() || "Incident without a title"}
            </button>
          </h3>
          <p className={styles.facts}>
            {form.eventType !== "" && <EventMark group={eventGroupOf(form.eventType)} size={11} labelled />}
            {factsOf(item, referenceDay)}
          </p>
          <CompanyLine company={company} />
        </div>
        <div className={styles.tags}>
          <Status item={item} />
        </div>
      </div>
      {isActive && <div className={styles.body}>{children}</div>}
    </li>
  );
}

function factsOf({ form }: Item, referenceDay: string | null): string {
  const timeZone = isTimeZone(form.timeZone) ? form.timeZone : "UTC";
  const date = readTypedDate(form.occurred, { timeZone, referenceDay });
  const [killed, injured] = [readTypedCount(form.killed), readTypedCount(form.injured)];
  return [
    date.ok ? describeOccurred(date.edtf, timeZone, { style: "short" }) : "no date",
    form.place.name || "no place",
    killed.ok && injured.ok ? casualtiesWords(killed.value, injured.value) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

type StatusWords = { key: string; words: string; tone: "plain" | "caution" | "good" | "danger" };

function statusOf(item: Item): StatusWords {
  const status = item.record?.incident.status;
  if (status) {
    const tone = status === "published" ? "good" : status === "retracted" ? "danger" : "plain";
    return { key: status, words: statusLabels[status], tone };
  }
  if (item.isRejected) return { key: "rejected", words: "Rejected", tone: "plain" };
  if (item.suggestion?.background) return { key: "background", words: "Background", tone: "plain" };
  return item.suggestion
    ? { key: "proposed", words: "Proposed", tone: "caution" }
    : { key: "new", words: "Not saved", tone: "caution" };
}

function Status({ item }: { item: Item }) {
  const { words, tone } = statusOf(item);
  const confidence = item.record || !item.suggestion ? null : Math.round(item.suggestion.confidence * 100);
  return (
    <>
      {(item.conflict || Object.keys(item.errors).length > 0) && <Tag tone="danger">Needs attention</Tag>}
      {item.record && isDirty(item) && <Tag tone="caution">Unsaved changes</Tag>}
      {item.record === null && item.suggestion?.fromModel === "all" && <Tag>From the model</Tag>}
      {confidence !== null && (
        <span className={styles.confidence} title="How sure the extraction is">
          {confidence}%
        </span>
      )}
      <Tag tone={tone}>{words}</Tag>
    </>
  );
}
