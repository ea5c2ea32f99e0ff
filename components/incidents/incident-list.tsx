import Link from "next/link";
import { EventMark } from "@/components/ui/event-mark";
import { monthWords, yearWords } from "@/lib/dates/calendar-words";
import { describeOccurred } from "@/lib/dates/words";
import { wallTimeAt } from "@/lib/dates/zones";
import { getCountry } from "@/lib/geo/countries";
import type { IncidentView } from "@/lib/incidents/schema";
import { casualtiesWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import { eventGroupOf, eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels } from "@/lib/taxonomy/labels";
import styles from "./incident-list.module.css";

type Props = {
  incidents: IncidentView[];
  /** Puts the month above the first incident of each; for lists in time order. */
  byMonth?: boolean;
  /** Address that shows the incident on the timeline; without it the list offers none. */
  timelineHref?: (publicId: string) => string;
  /** The instant that the list is of, ISO; its lines lead to what the incidents were then. */
  asOf?: string | null;
};

/** Incidents as lines: when, what, where, and how far they are documented. */
export function IncidentList({ incidents, byMonth = false, timelineHref, asOf = null }: Props) {
  return (
    <ol className={styles.list}>
      {incidents.map((incident, index) => {
        const month = monthOf(incident);
        const before = incidents[index - 1];
        const isNewMonth = byMonth && (!before || monthOf(before) !== month);
        return (
          <li key={incident.publicId} className={styles.row}>
            {isNewMonth && <h3 className={styles.month}>{month}</h3>}
            <Line
              incident={incident}
              href={
                asOf === null
                  ? paths.incident(incident.publicId, incident.title)
                  : paths.incidentAsOf(incident.publicId, asOf)
              }
              timelineHref={timelineHref?.(incident.publicId)}
            />
          </li>
        );
      })}
    </ol>
  );
}

function monthOf({ earliest, timeZone }: IncidentView): string {
  const { month, year } = wallTimeAt(new Date(earliest), timeZone);
  return `${monthWords(month, "long")} ${yearWords(year)}`;
}

function Line({
  incident,
  href,
  timelineHref,
}: {
  incident: IncidentView;
  href: string;
  timelineHref?: string;
}) {
  const country = incident.place?.country ? getCountry(incident.place.country)?.name : null;
  const where = [incident.place?.name, country === incident.place?.name ? null : country];
  const { links, sources } = incident;
  return (
    <article className={styles.line}>
      <p className={styles.when}>
        <time dateTime={incident.earliest}>
          {describeOccurred(incident.occurred, incident.timeZone, { style: "axis" })}
        </time>
      </p>
      <EventMark group={eventGroupOf(incident.eventType)} size={13} />
      <div className={styles.what}>
        <h4 className={styles.title}>
          <Link href={href} prefetch={false}>
            {incident.title}
          </Link>
        </h4>
        <p className={styles.meta}>
          <span>{eventTypeLabel(incident.eventType)}</span>
          {incident.outcome !== "completed" && incident.outcome !== "unknown" && (
            <span>{outcomeLabels[incident.outcome].toLowerCase()}</span>
          )}
          <span>{where.filter(Boolean).join(", ") || "place not known"}</span>
          <span>{casualtiesWords(incident.killed, incident.injured)}</span>
          {links.length > 0 && <span>{links.length === 1 ? "1 link" : `${links.length} links`}</span>}
          <span>{sources.length === 1 ? "1 source" : `${sources.length} sources`}</span>
        </p>
      </div>
      {timelineHref !== undefined && (
        <Link
          className={styles.show}
          href={timelineHref}
          prefetch={false}
          aria-label={`Show on the timeline: ${incident.title}`}
          data-print="hide"
        >
          On the timeline
        </Link>
      )}
    </article>
  );
}
