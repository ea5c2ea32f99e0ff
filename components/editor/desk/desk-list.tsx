import Link from "next/link";
import type { ReactNode } from "react";
import { EventMark } from "@/components/ui/event-mark";
import { Tag } from "@/components/ui/tag";
import { describeOccurred } from "@/lib/dates/words";
import type { DeskIncident } from "@/lib/incidents/desk-queries";
import { numberWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import { eventGroupOf } from "@/lib/taxonomy/event-types";
import styles from "./desk-list.module.css";

/** A part of the desk: a heading with a count, and lines, or what to do when there are none. */
export function DeskSection({
  id,
  title,
  count,
  empty,
  more,
  children,
}: {
  id: string;
  title: string;
  /** Null where only the latest are listed, however many there are. */
  count: number | null;
  empty: ReactNode;
  /** Where all of them stand, when only the first are shown. */
  more?: { href: string; label: string };
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title} {count !== null && <span className={styles.count}>{numberWords(count)}</span>}
        {more && (
          <Link className={styles.all} href={more.href} prefetch={false}>
            {more.label}
          </Link>
        )}
      </h2>
      {count === 0 ? (
        <div className={styles.empty}>{empty}</div>
      ) : (
        <ul className={styles.list}>{children}</ul>
      )}
    </section>
  );
}

/** An incident of the desk as a line that leads to its form. */
export function IncidentLine({ incident, children }: { incident: DeskIncident; children?: ReactNode }) {
  const { publicId, title, eventType, occurred, timeZone, place, sources } = incident;
  return (
    <li className={styles.line}>
      <span className={styles.mark}>
        <EventMark group={eventGroupOf(eventType)} labelled />
      </span>
      <div className={styles.what}>
        <Link href={paths.editIncident(publicId)} className={styles.title} dir="auto" data-line>
          {title}
        </Link>
        <p className={styles.facts}>
          <span>{describeOccurred(occurred, timeZone, { style: "short" })}</span>
          {place && <span>{place.name}</span>}
          <span>{sources === 0 ? "no source" : `${sources} ${sources === 1 ? "source" : "sources"}`}</span>
          {incident.createdBy && <span>by {incident.createdBy}</span>}
        </p>
      </div>
      {children}
    </li>
  );
}

export function ArticleDeskLine({
  id,
  title,
  facts,
  open,
}: {
  id: string;
  title: string;
  facts: (string | null)[];
  open: number;
}) {
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <Link href={paths.workbench(id)} className={styles.title} dir="auto" data-line>
          {title}
        </Link>
        <p className={styles.facts}>
          {facts.filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      {open > 0 && <Tag tone="caution">{open} open</Tag>}
    </li>
  );
}
