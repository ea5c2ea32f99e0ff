import Link from "next/link";
import { EventMark } from "@/components/ui/event-mark";
import { describeOccurred } from "@/lib/dates/words";
import type { IncidentView } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";
import { eventGroupOf, eventTypeLabel } from "@/lib/taxonomy/event-types";
import { CasualtyLine } from "./casualty-line";
import styles from "./incident-rows.module.css";

/** Incidents in a list: date, title, type, place and casualties. */
export function IncidentRows({ incidents }: { incidents: readonly IncidentView[] }) {
  return (
    <ol className={styles.list}>
      {incidents.map((incident) => (
        <li key={incident.publicId} className={styles.item}>
          <span className={styles.date}>
            {describeOccurred(incident.occurred, incident.timeZone, { style: "short" })}
          </span>
          <span className={styles.words}>
            <Link
              className={styles.title}
              href={paths.incident(incident.publicId, incident.title)}
              prefetch={false}
              dir="auto"
            >
              {incident.title}
            </Link>
            <span className={styles.line}>
              <span className={styles.type}>
                <EventMark group={eventGroupOf(incident.eventType)} size={11} />
                {eventTypeLabel(incident.eventType)}
              </span>
              {incident.place && <span>{incident.place.name}</span>}
              <CasualtyLine killed={incident.killed} injured={incident.injured} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
