import { parseOccurred } from "@/lib/dates/edtf";
import { countryName } from "@/lib/geo/country-name";
import {
  type EventGroup,
  type EventType,
  eventGroupLabels,
  eventGroups,
  eventTypeLabel,
  eventTypes,
} from "@/lib/taxonomy/event-types";
import {
  type IncidentStatus,
  incidentStatuses,
  type Outcome,
  outcomes,
  type ParticipationRole,
  participationRoles,
} from "@/lib/taxonomy/terms";
import { listParameter, type Parameter, readAll, widestParameter } from "./filter-parameter";
import {
  type Box,
  maxQueryLength,
  type Read,
  readBox,
  readChoice,
  readCount,
  readCountry,
  readDate,
  readInstant,
  readSlug,
  readWords,
  writeBox,
} from "./filter-values";

export const filterPrecisions = ["day", "week", "month", "year"] as const;
type FilterPrecision = (typeof filterPrecisions)[number];

/** Which incidents are meant. Values inside a list mean OR, different members mean AND. */
export type IncidentFilter = {
  /** Search words, as for a web search; "" for none. */
  q: string;
  /** EDTF from year to minute: bounds in UTC by filterBounds. */
  from: string | null;
  to: string | null;
  /** possible: the bounds of the incident overlap the period; definite: they lie inside it. */
  time: "possible" | "definite";
  type: (EventType | EventGroup)[];
  country: string[];
  place: string[];
  actor: string[];
  role: ParticipationRole[];
  outcome: Outcome[];
  campaign: string[];
  publisher: string[];
  /** At least so many killed, by the lowest number reported. */
  killedMin: number | null;
  precision: FilterPrecision[];
  bbox: Box[];
  linked: boolean;
  /** ISO instant. */
  updatedSince: string | null;
  /** Ignored for readers who are not signed in. */
  status: IncidentStatus[];
};
export type FilterName = keyof IncidentFilter;
export type FilterProblem = { name: string; value: string; message: string };

export const emptyFilter: IncidentFilter = {
  q: "",
  from: null,
  to: null,
  time: "possible",
  type: [],
  country: [],
  place: [],
  actor: [],
  role: [],
  outcome: [],
  campaign: [],
  publisher: [],
  killedMin: null,
  precision: [],
  bbox: [],
  linked: false,
  updatedSince: null,
  status: [],
};

const readEdtf = (text: string): Read<string> => {
  const date = readDate(text);
  return date.ok ? { ok: true, value: date.value.edtf } : date;
};

function boundOf(edtf: string, which: "earliest" | "latest"): Date {
  const read = parseOccurred(edtf, "UTC");
  if (!read.ok) {
    throw new RangeError(`A filter holds ${edtf}, which is not a date`);
  }
  return read[which];
}

/** First instant of from and last instant of to, in UTC; null where the filter has no such bound. */
export function filterBounds(filter: Pick<IncidentFilter, "from" | "to">): {
  from: Date | null;
  to: Date | null;
} {
  return {
    from: filter.from === null ? null : boundOf(filter.from, "earliest"),
    to: filter.to === null ? null : boundOf(filter.to, "latest"),
  };
}

const earlierFrom = (a: string, b: string) => (boundOf(a, "earliest") <= boundOf(b, "earliest") ? a : b);
const laterTo = (a: string, b: string) => (boundOf(a, "latest") >= boundOf(b, "latest") ? a : b);
const capitalised = (value: string) => value.charAt(0).toUpperCase() + value.slice(1).replaceAll("_", " ");

function typeLabel(value: string): string {
  const type = eventTypes.find((slug) => slug === value);
  const group = eventGroups.find((slug) => slug === value);
  return type ? eventTypeLabel(type) : group ? eventGroupLabels[group] : value;
}

// Repeated words mean OR: websearch_to_tsquery binds OR weaker than the words beside it.
const q: Parameter<string> = {
  kind: "words",
  label: "Words",
  decode: (values) => {
    const { good, problems } = readAll(values, readWords);
    const joined = good.filter((words) => words !== "").join(" OR ");
    return joined.length <= maxQueryLength
      ? { value: joined, problems }
      : {
          value: good[0] ?? "",
          problems: [...problems, { value: joined, message: "Search for fewer words" }],
        };
  },
  encode: (value) => (value === "" ? [] : [value]),
  valueLabel: (value) => `“${value}”`,
};

const time: Parameter<"possible" | "definite"> = {
  kind: "choice",
  label: "Uncertain dates",
  decode: (values) => {
    const { good, problems } = readAll(values, readChoice(["possible", "definite"] as const));
    return { value: good.length > 0 && !good.includes("possible") ? "definite" : "possible", problems };
  },
  encode: (value) => (value === "definite" ? ["definite"] : []),
  valueLabel: (value) => (value === "definite" ? "Definitely in the period" : "Possibly in the period"),
};

const linked: Parameter<boolean> = {
  kind: "flag",
  label: "Links",
  decode: (values) => {
    const { good, problems } = readAll(values, readChoice(["true"]));
    return { value: good.length > 0, problems };
  },
  encode: (value) => (value ? ["true"] : []),
  valueLabel: () => "Linked to other incidents",
};

/** The one table of filter parameters, in canonical order. */
export const filterParameters: { readonly [Name in FilterName]: Parameter<IncidentFilter[Name]> } = {
  q,
  from: widestParameter("date", "From", readEdtf, earlierFrom, (value) => `From ${value}`),
  to: widestParameter("date", "To", readEdtf, laterTo, (value) => `Until ${value}`),
  time,
  type: listParameter("choices", "Event type", readChoice([...eventGroups, ...eventTypes]), {
    valueLabel: typeLabel,
  }),
  country: listParameter("choices", "Country", readCountry, {
    valueLabel: (value) => countryName(value),
  }),
  place: listParameter("names", "Place", readSlug),
  actor: listParameter("names", "Actor", readSlug),
  role: listParameter("choices", "Role", readChoice(participationRoles), { valueLabel: capitalised }),
  outcome: listParameter("choices", "Outcome", readChoice(outcomes), { valueLabel: capitalised }),
  campaign: listParameter("names", "Campaign", readSlug),
  publisher: listParameter("names", "Publisher", readSlug),
  killedMin: widestParameter("count", "Killed", readCount, Math.min, (value) => `${value} or more killed`),
  precision: listParameter("choices", "Date precision", readChoice(filterPrecisions), {
    valueLabel: (value) => `To the ${value}`,
  }),
  bbox: listParameter("boxes", "Area", readBox, { write: writeBox, valueLabel: (value) => `Area ${value}` }),
  linked,
  updatedSince: widestParameter(
    "instant",
    "Updated since",
    (text) => readInstant(text, "first"),
    (a, b) => (Date.parse(a) <= Date.parse(b) ? a : b),
    (value) => `Updated since ${value.slice(0, 16).replace("T", " ")} UTC`,
  ),
  status: listParameter("choices", "Status", readChoice(incidentStatuses), { valueLabel: capitalised }),
};

export const filterNames = Object.keys(filterParameters) as FilterName[];

function decodeOne<Name extends FilterName>(
  filter: IncidentFilter,
  name: Name,
  values: string[],
): FilterProblem[] {
  const decoded = filterParameters[name].decode(values);
  filter[name] = decoded.value;
  return decoded.problems.map((problem) => ({ name, ...problem }));
}

/**
 * Reads a query string. An unusable value is left out and named in problems; other parameters than
 * those of the table are left to whoever knows them.
 */
export function decodeFilter(params: URLSearchParams): { filter: IncidentFilter; problems: FilterProblem[] } {
  const filter: IncidentFilter = { ...emptyFilter };
  const problems = filterNames.flatMap((name) => decodeOne(filter, name, params.getAll(name)));
  const { from, to } = filterBounds(filter);
  if (from && to && to < from) {
    problems.push({ name: "to", value: filter.to ?? "", message: "The period ends before it begins" });
    filter.to = null;
  }
  return { filter, problems };
}

const encodeOne = <Name extends FilterName>(filter: IncidentFilter, name: Name): string[] =>
  filterParameters[name].encode(filter[name]);

/** The canonical query of a filter: decodeFilter gives the same filter back. */
export function encodeFilter(filter: IncidentFilter): URLSearchParams {
  return new URLSearchParams(
    filterNames.flatMap((name) => encodeOne(filter, name).map((value): [string, string] => [name, value])),
  );
}

/** Every value that restricts, with its words; names may give better words for slugs. */
export function activeFilters(
  filter: IncidentFilter,
  names?: (name: FilterName, value: string) => string | undefined,
): { name: FilterName; value: string; label: string }[] {
  return filterNames.flatMap((name) =>
    encodeOne(filter, name).map((value) => ({
      name,
      value,
      label: names?.(name, value) ?? filterParameters[name].valueLabel(value),
    })),
  );
}

function withValues(filter: IncidentFilter, name: FilterName, values: string[]): IncidentFilter {
  const params = encodeFilter(filter);
  params.delete(name);
  for (const value of values) {
    params.append(name, value);
  }
  return decodeFilter(params).filter;
}

/** The filter without one value, or without the whole parameter. */
export function withoutFilter(filter: IncidentFilter, name: FilterName, value?: string): IncidentFilter {
  const kept = value === undefined ? [] : encodeOne(filter, name).filter((other) => other !== value);
  return withValues(filter, name, kept);
}

/** Adds the value, or takes it away when it is there; a parameter with one value gets the new one. */
export function toggleFilter(filter: IncidentFilter, name: FilterName, value: string): IncidentFilter {
  const values = encodeOne(filter, name);
  if (values.includes(value)) {
    return withoutFilter(filter, name, value);
  }
  return withValues(filter, name, Array.isArray(filter[name]) ? [...values, value] : [value]);
}
