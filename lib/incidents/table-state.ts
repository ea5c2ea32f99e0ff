import { decodeFilter, encodeFilter, type FilterProblem, type IncidentFilter } from "./filters";

/** Columns of the table of incidents beside the title, in the order in which they stand. */
export const tableColumns = [
  "status",
  "occurred",
  "place",
  "country",
  "type",
  "outcome",
  "killed",
  "injured",
  "actors",
  "campaigns",
  "sources",
  "author",
  "updated",
  "published",
] as const;
export type TableColumn = (typeof tableColumns)[number];

export const tableColumnLabels: Record<TableColumn, string> = {
  status: "Status",
  occurred: "When",
  place: "Where",
  country: "Country",
  type: "Event type",
  outcome: "Outcome",
  killed: "Killed",
  injured: "Injured",
  actors: "Who",
  campaigns: "Campaigns",
  sources: "Sources",
  author: "Made by",
  updated: "Changed",
  published: "Published",
};

/** What the table shows until somebody chooses. */
export const usualColumns: readonly TableColumn[] = [
  "status",
  "occurred",
  "place",
  "type",
  "killed",
  "actors",
  "sources",
  "updated",
];

export const tableSortKeys = ["updated", "occurred", "published", "killed", "title"] as const;
export type TableSortKey = (typeof tableSortKeys)[number];
/** A leading minus means the latest or the most first. */
export type TableSort = TableSortKey | `-${TableSortKey}`;

export const usualSort: TableSort = "-updated";
const tableSorts = tableSortKeys.flatMap((key): TableSort[] => [key, `-${key}`]);

export const sortKeyOf = (sort: TableSort): TableSortKey =>
  tableSortKeys.find((key) => sort === key || sort === `-${key}`) ?? "updated";
export const isDescending = (sort: TableSort): boolean => sort.startsWith("-");

/** The other direction of the key that sorts now; of another key the direction that is wanted more often. */
export function nextSort(current: TableSort, key: TableSortKey): TableSort {
  if (sortKeyOf(current) !== key) return key === "title" ? "title" : `-${key}`;
  return isDescending(current) ? key : `-${key}`;
}

/** What the table shows: which incidents, in which order, and which columns where an address says so. */
export type TableState = { filter: IncidentFilter; sort: TableSort; columns: TableColumn[] | null };

/** Reads the query of the table's address; what cannot be used is left out and named. */
export function decodeTableState(params: URLSearchParams): { state: TableState; problems: FilterProblem[] } {
  const { filter, problems } = decodeFilter(params);
  const wanted = params.get("sort");
  const sort = tableSorts.find((known) => known === wanted);
  if (wanted && !sort) {
    problems.push({ name: "sort", value: wanted, message: "The table cannot be sorted by this" });
  }
  const named = params.get("columns")?.split(",") ?? [];
  const columns = tableColumns.filter((column) => named.includes(column));
  return {
    state: { filter, sort: sort ?? usualSort, columns: columns.length > 0 ? columns : null },
    problems,
  };
}

/** The canonical query of a state: decodeTableState gives the same state back. */
export function encodeTableState({ filter, sort, columns }: TableState): string {
  const params = encodeFilter(filter);
  if (sort !== usualSort) params.set("sort", sort);
  if (columns) params.set("columns", columns.join(","));
  return params.toString();
}
