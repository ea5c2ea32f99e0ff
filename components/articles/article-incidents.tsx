import Link from "next/link";
import { EventMark } from "@/components/ui/event-mark";
import { describeOccurred } from "@/lib/dates/words";
import type { IncidentSummary } from "@/lib/incidents/summary";
import { paths } from "@/lib/paths";
import { eventGroupOf, eventTypeLabel } from "@/lib/taxonomy/event-types";
import styles from "./article-incidents.module.css";

/** The incidents of an article, with the numbers that stand behind their quotes. */
export function ArticleIncidents({
  incidents,
  numbers,
}: {
  incidents: readonly IncidentSummary[];
  numbers: ReadonlyMap<string, number>;
}) {
  return (
    <ol className={styles.list}>
      {incidents.map((incident) => (
        <li key={incident.publicId} className={styles.item}>
          <span className={styles.number}>{numbers.get(incident.publicId)}</span>
          <span>
            <Link href={paths.incident(incident.publicId, incident.title)} prefetch={false} dir="auto">
              {incident.title}
            </Link>
            <span className={styles.line}>
              <EventMark group={eventGroupOf(incident.eventType)} size={11} />{" "}
              {eventTypeLabel(incident.eventType)},{" "}
              {describeOccurred(incident.occurred, incident.timeZone, { style: "short" })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
