"use client";

import Link from "next/link";
import { ShownTime } from "@/components/incidents/shown-time";
import { EventMark } from "@/components/ui/event-mark";
import { MarkedText } from "@/components/ui/marked-text";
import type { ListRow } from "@/lib/incidents/list-row";
import { paths } from "@/lib/paths";
import { eventGroupOf } from "@/lib/taxonomy/event-types";
import styles from "./incident-list.module.css";

type Props = {
  rows: ListRow[];
  /** Puts the month above the first incident of each; for lists in time order. */
  byMonth?: boolean;
  /** Address of the timeline, to which the incident to show is added; without it the list offers none. */
  timelineHref?: string;
  /** The instant that the list is of, ISO; its lines lead to what the incidents were then. */
  asOf?: string | null;
  /** What to mark in titles; see markedTerms. */
  terms?: readonly string[];
};

/** Incidents as lines: when, what, where, and how far they are documented. */
export function IncidentList({ rows, byMonth = false, timelineHref, asOf = null, terms = [] }: Props) {
  return (
    <ol className={styles.list}>
      {rows.map((row, index) => (
        <li key={row.publicId} className={styles.row}>
          {byMonth && rows[index - 1]?.month !== row.month && <h3 className={styles.month}>{row.month}</h3>}
          <Line row={row} asOf={asOf} terms={terms} timelineHref={timelineHref} />
        </li>
      ))}
    </ol>
  );
}

function Line({
  row,
  asOf,
  terms,
  timelineHref,
}: {
  row: ListRow;
  asOf: string | null;
  terms: readonly string[];
  timelineHref?: string;
}) {
  const href =
    asOf === null ? paths.incident(row.publicId, row.title) : paths.incidentAsOf(row.publicId, asOf);
  return (
    <article className={styles.line}>
      <p className={styles.when}>
        <ShownTime of={row} />
      </p>
      <EventMark group={eventGroupOf(row.eventType)} size={13} />
      <div className={styles.what}>
        <h4 className={styles.title}>
          <Link href={href} prefetch={false}>
            <MarkedText text={row.title} terms={terms} />
          </Link>
        </h4>
        <p className={styles.meta}>{row.facts.join(" · ")}</p>
      </div>
      {timelineHref !== undefined && (
        <Link
          className={styles.show}
          href={`${timelineHref}${timelineHref.includes("?") ? "&" : "?"}selected=${row.publicId}`}
          prefetch={false}
          aria-label={`Show on the timeline: ${row.title}`}
          data-print="hide"
        >
          On the timeline
        </Link>
      )}
    </article>
  );
}
