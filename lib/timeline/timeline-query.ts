import { encodeFilter, type IncidentFilter } from "@/lib/incidents/filters";
import { encodeViewState, type ViewState } from "./view-state";

/** Query of the timeline page for a filter and a page state. */
export function timelineQuery(filter: IncidentFilter, state: ViewState): string {
  return [encodeFilter(filter).toString(), encodeViewState(state).toString()].filter(Boolean).join("&");
}
