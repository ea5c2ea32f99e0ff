import { EventMark } from "@/components/ui/event-mark";
import { Tag } from "@/components/ui/tag";
import { describeOccurred } from "@/lib/dates/words";
import type { IncidentSummary } from "@/lib/incidents/summary";
import { eventGroupOf } from "@/lib/taxonomy/event-types";
import { statusLabels } from "@/lib/taxonomy/words";
import styles from "./duplicate-list.module.css";

/** One incident of a pair: what kind, its title, when and where, and its status unless it is public. */
export function SummaryLine({ incident }: { incident: IncidentSummary }) {
  const { title, eventType, occurred, timeZone, place, status, publicId } = incident;
  return (
    <div className={styles.summary}>
      <span className={styles.mark}>
        <EventMark group={eventGroupOf(eventType)} labelled />
      </span>
      <div>
        <p className={styles.title} dir="auto">
          {title}
        </p>
        <p className={styles.facts}>
          <span>{describeOccurred(occurred, timeZone, { style: "short" })}</span>
          {place && <span>{place.name}</span>}
          <span>{publicId}</span>
          {status !== "published" && <Tag>{statusLabels[status]}</Tag>}
        </p>
      </div>
    </div>
  );
}
