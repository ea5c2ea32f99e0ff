import type { DatePrecision } from "@/lib/dates/edtf";
import { AppError } from "@/lib/errors";
import type { IncidentStatus } from "@/lib/taxonomy/terms";
import { readOccurred } from "./occurred";
import type { IncidentRecord } from "./schema";

/** How an incident's date is filtered: the four steps of the precision filter. */
type PrecisionStep = "day" | "week" | "month" | "year";

const steps: Record<DatePrecision, PrecisionStep> = {
  minute: "day",
  "part-of-day": "day",
  day: "day",
  days: "week",
  week: "week",
  month: "month",
  year: "year",
  longer: "year",
};

/** The columns that follow from an EDTF date and a zone; throws invalid-input at "occurred". */
export function dateColumns(occurred: string, timeZone: string) {
  const read = readOccurred(occurred, timeZone);
  if (!read.ok) {
    throw new AppError("invalid-input", {
      message: read.message,
      errors: [{ path: "occurred", message: read.message }],
    });
  }
  return {
    occurred: read.edtf,
    timeZone,
    earliest: read.earliest,
    latest: read.latest,
    datePrecision: steps[read.precision],
  };
}

const comparedFields = [
  "status",
  "title",
  "summary",
  "eventType",
  "outcome",
  "occurred",
  "timeZone",
  "place",
  "killed",
  "injured",
  "participations",
  "campaigns",
  "links",
] as const;

/** Names of the fields in which two states of an incident differ; all that hold something when there was none. */
export function changedFields(before: IncidentRecord | null, after: IncidentRecord): string[] {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const fields = comparedFields.filter((field) => {
    const now = after.incident[field];
    return before ? differs(before.incident[field], now) : now !== null && now !== "" && !isEmptyList(now);
  });
  return differs(before?.claims ?? [], after.claims) ? [...fields, "claims"] : [...fields];
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

type Transition = "submit" | "publish" | "return" | "retract" | "restore";

const allowedFrom: Record<Transition, readonly IncidentStatus[]> = {
  submit: ["draft"],
  publish: ["draft", "in_review"],
  return: ["in_review"],
  retract: ["draft", "in_review", "published"],
  restore: ["draft", "in_review", "published", "retracted"],
};

const statusWords: Record<IncidentStatus, string> = {
  draft: "a draft",
  in_review: "in review",
  published: "published",
  retracted: "retracted",
  merged: "merged into another one",
};

/** Throws conflict, with a sentence, when an incident in this status cannot take the step. */
export function requireTransition(status: IncidentStatus, step: Transition): void {
  if (!allowedFrom[step].includes(status)) {
    throw new AppError("conflict", {
      message: `The incident is ${statusWords[status]}: it cannot be changed this way.`,
    });
  }
}
