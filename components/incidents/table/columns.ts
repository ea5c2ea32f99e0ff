import type { TableLine } from "@/lib/incidents/list-row";
import type { IncidentSort } from "@/lib/incidents/sorts";

export type ColumnName = Extract<
  keyof TableLine,
  "type" | "place" | "actors" | "killed" | "injured" | "links" | "sources" | "changed"
>;

type Column = {
  label: string;
  /** CSS width. */
  width: string;
  isNumber?: boolean;
  /** The order that a click on its head gives. */
  sort?: IncidentSort;
};

/** Columns beside date and title, in their order. */
export const columns: Record<ColumnName, Column> = {
  type: { label: "Type", width: "12rem" },
  place: { label: "Place", width: "13rem" },
  actors: { label: "Actors", width: "14rem" },
  killed: { label: "Killed", width: "5.5rem", isNumber: true, sort: "-killed" },
  injured: { label: "Injured", width: "5.5rem", isNumber: true },
  links: { label: "Links", width: "4rem", isNumber: true },
  sources: { label: "Sources", width: "5rem", isNumber: true },
  changed: { label: "Changed", width: "7.5rem", sort: "-updated" },
};

export const columnNames = Object.keys(columns) as ColumnName[];

/** What is shown until somebody chooses. */
const firstColumns: readonly ColumnName[] = ["type", "place", "killed", "sources"];

/** A choice as the browser keeps it; anything else gives the first columns. */
export function readColumns(kept: string | null): readonly ColumnName[] {
  if (kept === null) return firstColumns;
  const wanted = kept.split(",");
  return columnNames.filter((name) => wanted.includes(name));
}
