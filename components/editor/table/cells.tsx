import type { ReactNode } from "react";
import { EventMark } from "@/components/ui/event-mark";
import { Tag } from "@/components/ui/tag";
import { describeOccurred } from "@/lib/dates/words";
import { getCountry } from "@/lib/geo/countries";
import type { TableRow } from "@/lib/incidents/table-row";
import type { TableColumn, TableSortKey } from "@/lib/incidents/table-state";
import { numberWords } from "@/lib/incidents/words";
import { eventGroupOf, eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels } from "@/lib/taxonomy/labels";
import type { IncidentStatus } from "@/lib/taxonomy/terms";
import { statusLabels } from "@/lib/taxonomy/words";

/** Width of each column, in pixels, and what a click on its head sorts by. */
export const columnLayout: Record<TableColumn, { width: number; sort?: TableSortKey; isNumber?: boolean }> = {
  status: { width: 92 },
  occurred: { width: 190, sort: "occurred" },
  place: { width: 140 },
  country: { width: 110 },
  type: { width: 190 },
  outcome: { width: 130 },
  killed: { width: 66, sort: "killed", isNumber: true },
  injured: { width: 66, isNumber: true },
  actors: { width: 160 },
  campaigns: { width: 160 },
  sources: { width: 68, isNumber: true },
  author: { width: 130 },
  updated: { width: 140, sort: "updated" },
  published: { width: 140, sort: "published" },
};

const tones = {
  draft: "plain",
  in_review: "caution",
  published: "good",
  retracted: "danger",
  merged: "plain",
} as const satisfies Record<IncidentStatus, string>;

export function StatusTag({ status }: { status: IncidentStatus }) {
  return <Tag tone={tones[status]}>{statusLabels[status]}</Tag>;
}

/** Unknown is empty, none is 0. */
function rangeWords(min: number | null, max: number | null): string {
  if (min === null) return "";
  if (max === null) return `${numberWords(min)}+`;
  return min === max ? numberWords(min) : `${numberWords(min)}–${numberWords(max)}`;
}

/** "22 Nov 2026 16:20", in UTC. */
const instantWords = (instant: string | null): string =>
  instant === null
    ? ""
    : new Date(instant).toLocaleString("en-GB", {
        timeZone: "UTC",
        day: "numeric",
        month: "short",
        year: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
      });

/** What a cell shows of a row. */
export function cellOf(row: TableRow, column: TableColumn): ReactNode {
  switch (column) {
    case "status":
      return <StatusTag status={row.status} />;
    case "occurred":
      return describeOccurred(row.occurred, row.timeZone, { style: "short" });
    case "place":
      return row.place?.name ?? "";
    case "country":
      return row.place?.country ? (getCountry(row.place.country)?.name ?? row.place.country) : "";
    case "type":
      return eventTypeLabel(row.eventType);
    case "outcome":
      return row.outcome === "unknown" ? "" : outcomeLabels[row.outcome];
    case "killed":
      return rangeWords(row.killedMin, row.killedMax);
    case "injured":
      return rangeWords(row.injuredMin, row.injuredMax);
    case "actors":
      return row.actors.join(", ");
    case "campaigns":
      return row.campaigns.join(", ");
    case "sources":
      return row.sources;
    case "author":
      return row.author ?? "";
    case "updated":
      return instantWords(row.updatedAt);
    case "published":
      return instantWords(row.publishedAt);
  }
}

export const markOf = (row: TableRow) => <EventMark group={eventGroupOf(row.eventType)} labelled />;
