import { AppError } from "@/lib/errors";
import { readForm } from "./form-input";
import { findSpots, mergeForms, type Sides, sidesOf } from "./form-merge";
import { formOfRecord } from "./form-of-record";
import type { IncidentInput, IncidentRecord } from "./schema";

export type ThreeStates = {
  /** What the change was made against. */
  base: IncidentRecord;
  proposed: IncidentRecord;
  /** What is stored now. */
  current: IncidentRecord;
};

/** The three states as forms: what both changed differently is theirs to tell. */
export const formsOf = ({ base, proposed, current }: ThreeStates) => ({
  start: formOfRecord(base, null),
  mine: formOfRecord(proposed, null),
  stored: formOfRecord(current, null),
});

/**
 * A change merged into an incident that moved on, field by field and line by line; where both changed the
 * same, sides tells what was chosen. Throws version-conflict naming the spots without a choice, and
 * invalid-input when what comes out cannot be stored.
 */
export function mergedInput(states: ThreeStates, sides: Sides): IncidentInput {
  const { start, mine, stored } = formsOf(states);
  const spots = findSpots(start, mine, stored);
  const open = spots.filter(({ id, isConflict }) => isConflict && sides[id] === undefined);
  if (open.length > 0) {
    throw new AppError("version-conflict", {
      message: "The incident changed after this was proposed. Choose where both say something else.",
      extra: { spots: open.map(({ id }) => id) },
    });
  }
  const chosen = Object.fromEntries(spots.map(({ id }) => [id, sides[id]]));
  const merged = mergeForms(mine, stored, { ...sidesOf(spots), ...definedOnly(chosen) });
  const reading = readForm(merged, null);
  if (!reading.ok) {
    const [message = "The merged incident cannot be stored."] = Object.values(reading.errors);
    const errors = Object.entries(reading.errors).map(([path, words = ""]) => ({ path, message: words }));
    throw new AppError("invalid-input", { message, errors });
  }
  return reading.input;
}

/** The merge with what is stored where both changed the same, to be looked at; null when it cannot be stored. */
export function mergedForView(states: ThreeStates): IncidentInput | null {
  const { start, mine, stored } = formsOf(states);
  const spots = findSpots(start, mine, stored).map((spot) =>
    spot.isConflict ? { ...spot, side: "stored" as const } : spot,
  );
  const reading = readForm(mergeForms(mine, stored, sidesOf(spots)), null);
  return reading.ok ? reading.input : null;
}

const definedOnly = (sides: Sides): Sides =>
  Object.fromEntries(Object.entries(sides).filter(([, side]) => side !== undefined));
