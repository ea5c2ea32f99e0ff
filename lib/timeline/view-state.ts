import { readChoice, readInstant } from "@/lib/incidents/filter-values";
import type { FilterProblem } from "@/lib/incidents/filters";
import { type IncidentSort, incidentSorts } from "@/lib/incidents/sorts";
import { type FacetName, facetNames } from "./facet-names";
import { type TimelineGroup, timelineGroups } from "./groups";

export const timelineViews = ["timeline", "list", "map"] as const;
export type TimelineView = (typeof timelineViews)[number];

/** What the timeline page shows beside its filter. */
export type ViewState = {
  view: TimelineView;
  group: TimelineGroup;
  /** publicId of the incident in the side panel. */
  selected: string | null;
  /** The visible window, ISO instants; null: all that matches. */
  start: string | null;
  end: string | null;
  sort: IncidentSort;
  /** Page of the list, as listIncidents gave it. */
  cursor: string | null;
  /** The instant whose public record is shown, ISO; null: now. */
  asOf: string | null;
  /** The facet of which all values are shown. */
  more: FacetName | null;
};

export const initialViewState: ViewState = {
  view: "timeline",
  group: "none",
  selected: null,
  start: null,
  end: null,
  sort: "-occurred",
  cursor: null,
  asOf: null,
  more: null,
};

/** Reads the page state; of a repeated parameter the last one counts, an unusable one is named and left out. */
export function decodeViewState(params: URLSearchParams): { state: ViewState; problems: FilterProblem[] } {
  const problems: FilterProblem[] = [];
  function read<Value>(
    name: keyof ViewState,
    parse: (text: string) => { ok: true; value: Value } | { ok: false; message: string },
  ): Value | undefined {
    const value = params.getAll(name).at(-1);
    if (value === undefined || value === "") {
      return undefined;
    }
    const result = parse(value);
    if (!result.ok) {
      problems.push({ name, value, message: result.message });
      return undefined;
    }
    return result.value;
  }
  const state: ViewState = {
    view: read("view", readChoice(timelineViews)) ?? initialViewState.view,
    group: read("group", readChoice(timelineGroups)) ?? initialViewState.group,
    selected: read("selected", readPublicId) ?? null,
    start: read("start", (text) => readInstant(text, "first")) ?? null,
    end: read("end", (text) => readInstant(text, "last")) ?? null,
    sort: read("sort", readChoice(incidentSorts)) ?? initialViewState.sort,
    cursor: read("cursor", readCursor) ?? null,
    asOf: read("asOf", readAsOf) ?? null,
    more: read("more", readChoice(facetNames)) ?? null,
  };
  if (state.start && state.end && Date.parse(state.end) <= Date.parse(state.start)) {
    problems.push({ name: "end", value: state.end, message: "The window ends before it begins" });
    state.end = null;
  }
  return { state, problems };
}

function readPublicId(text: string) {
  const id = text.trim().toUpperCase();
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(id)
    ? { ok: true as const, value: id }
    : { ok: false as const, message: "An incident id has 8 characters, digits and capitals" };
}

/** A date stands for its end in UTC, today for now; what has not happened yet is not known. */
export function readAsOf(text: string, now = Date.now()): ReturnType<typeof readInstant> {
  const read = readInstant(text, "last");
  const first = readInstant(text, "first");
  if (!read.ok || !first.ok) return read;
  if (Date.parse(first.value) > now)
    return { ok: false, message: "This lies in the future: nothing is known of it yet" };
  return { ok: true, value: new Date(Math.min(Date.parse(read.value), now)).toISOString() };
}

function readCursor(text: string) {
  return /^[\w-]{1,200}$/.test(text)
    ? { ok: true as const, value: text }
    : { ok: false as const, message: "This is not a cursor that the list gave" };
}

/** Only what differs from the first state, in a fixed order. */
export function encodeViewState(state: ViewState): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of [
    "view",
    "group",
    "selected",
    "start",
    "end",
    "sort",
    "cursor",
    "asOf",
    "more",
  ] as const) {
    const value = state[name];
    if (value !== null && value !== initialViewState[name]) {
      params.set(name, value);
    }
  }
  return params;
}
