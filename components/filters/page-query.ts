import { type FilterName, type IncidentFilter, withoutFilter } from "@/lib/incidents/filters";
import { encodeTableState, type TableState } from "@/lib/incidents/table-state";
import { paths } from "@/lib/paths";
import { timelineQuery } from "@/lib/timeline/timeline-query";
import type { ViewState } from "@/lib/timeline/view-state";

/** What the timeline page shows: its filter and the state beside it. */
export type PageQuery = { filter: IncidentFilter; state: ViewState };

/** Anything that a filter narrows: the timeline page, or the desk's table of incidents. */
export type Narrowed = PageQuery | { filter: IncidentFilter; table: TableState };

/** Another filter begins at its own first page and fits its own time. */
const afresh = (state: ViewState): ViewState => ({ ...state, start: null, end: null, cursor: null });

export const hrefWithFilter = (page: Narrowed, filter: IncidentFilter): string =>
  "table" in page
    ? paths.incidentTable(encodeTableState({ ...page.table, filter }))
    : paths.home(timelineQuery(filter, afresh(page.state)));

export const hrefWithState = (page: PageQuery, patch: Partial<ViewState>): string =>
  paths.home(timelineQuery(page.filter, { ...page.state, ...patch }));

export const hrefWithout = (page: Narrowed, name: FilterName, value?: string): string =>
  hrefWithFilter(page, withoutFilter(page.filter, name, value));

/** Names and values that a form keeps beside those it asks for. */
export function keptParameters(page: Narrowed, asked: readonly FilterName[]): [string, string][] {
  const filter = asked.reduce((rest, name) => withoutFilter(rest, name), page.filter);
  const query =
    "table" in page ? encodeTableState({ ...page.table, filter }) : timelineQuery(filter, afresh(page.state));
  return [...new URLSearchParams(query)];
}
