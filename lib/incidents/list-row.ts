import { monthWords, yearWords } from "@/lib/dates/calendar-words";
import { dayWordsOf } from "@/lib/dates/day-words";
import { describeOccurred } from "@/lib/dates/words";
import { wallTimeAt } from "@/lib/dates/zones";
import { countryName } from "@/lib/geo/country-name";
import { type EventType, eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels } from "@/lib/taxonomy/labels";
import type { IncidentView } from "./schema";
import { hasClock } from "./shown-when";
import { casualtiesWords, countWords } from "./words";

/** What a list shows of an incident, in words: a tenth of the incident itself. */
export type ListRow = {
  publicId: string;
  title: string;
  eventType: EventType;
  /** ISO instant, and the date as people write it. */
  earliest: string;
  when: string;
  /** What other clocks need to tell it; null where no time of day is known. */
  clock: Pick<IncidentView, "occurred" | "earliest" | "latest" | "timeZone"> | null;
  /** Of the earliest day at the place, with the year. */
  month: string;
  /** Type and outcome, place and country, casualties, links, sources. */
  facts: string[];
};

export function listRowOf(incident: IncidentView): ListRow {
  const { publicId, title, eventType, occurred, earliest, latest, timeZone, outcome, links, sources } =
    incident;
  const { month, year } = wallTimeAt(new Date(earliest), timeZone);
  return {
    publicId,
    title,
    eventType,
    earliest,
    when: describeOccurred(occurred, timeZone, { style: "axis" }),
    clock: hasClock(occurred) ? { occurred, earliest, latest, timeZone } : null,
    month: `${monthWords(month, "long")} ${yearWords(year)}`,
    facts: [
      eventTypeLabel(eventType),
      ...(outcome === "completed" || outcome === "unknown" ? [] : [outcomeLabels[outcome].toLowerCase()]),
      whereWords(incident) || "place not known",
      casualtiesWords(incident.killed, incident.injured),
      ...(links.length > 0 ? [links.length === 1 ? "1 link" : `${links.length} links`] : []),
      sources.length === 1 ? "1 source" : `${sources.length} sources`,
    ],
  };
}

function whereWords({ place }: IncidentView): string {
  const country = place?.country ? countryName(place.country) : null;
  return [place?.name, country === place?.name ? null : country].filter(Boolean).join(", ");
}

/** What the table of incidents shows of one, by column. */
export type TableLine = Omit<ListRow, "facts" | "month"> & {
  type: string;
  place: string;
  actors: string;
  killed: string;
  injured: string;
  links: string;
  sources: string;
  changed: string;
};

export function tableLineOf(incident: IncidentView): TableLine {
  const { facts: _facts, month: _month, ...row } = listRowOf(incident);
  const actors = new Set(incident.participations.map(({ actor }) => actor.name));
  return {
    ...row,
    type: eventTypeLabel(incident.eventType),
    place: whereWords(incident),
    actors: [...actors].join(", "),
    killed: incident.killed ? countWords(incident.killed) : "",
    injured: incident.injured ? countWords(incident.injured) : "",
    links: String(incident.links.length),
    sources: String(incident.sources.length),
    changed: dayWordsOf(incident.updatedAt),
  };
}
