import type { z } from "zod";
import { claimValueSchemas } from "@/lib/claims/schema";
import { describeOccurred } from "@/lib/dates/words";
import { eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels, placePrecisionLabels } from "@/lib/taxonomy/labels";
import type { ClaimField } from "@/lib/taxonomy/terms";
import { participationWords } from "@/lib/taxonomy/words";
import { countWords } from "./words";

/** What a claim says, in words: "3–5", "afternoon of Monday 5 July 2021", "blamed on Kataib Hezbollah". */
export function claimValueWords(claim: { field: ClaimField; value: unknown }, timeZone: string): string {
  const reader = readers[claim.field];
  return reader(claim.value, timeZone) ?? "a value that cannot be read";
}

type Reader = (value: unknown, timeZone: string) => string | null;

/** A reader for one field: null when the stored value does not have the field's shape. */
function reader<Value>(schema: z.ZodType<Value>, words: (value: Value, timeZone: string) => string): Reader {
  return (value, timeZone) => {
    const read = schema.safeParse(value);
    return read.success ? words(read.data, timeZone) : null;
  };
}

const readers: Record<ClaimField, Reader> = {
  title: reader(claimValueSchemas.title, (text) => text),
  summary: reader(claimValueSchemas.summary, (text) => text),
  occurred: reader(claimValueSchemas.occurred, (edtf, timeZone) => describeOccurred(edtf, timeZone)),
  place: reader(claimValueSchemas.place, ({ name, precision }) =>
    precision === "exact" ? name : `${name} (${placePrecisionLabels[precision]})`,
  ),
  eventType: reader(claimValueSchemas.eventType, eventTypeLabel),
  outcome: reader(claimValueSchemas.outcome, (outcome) => outcomeLabels[outcome]),
  killed: reader(claimValueSchemas.killed, countWords),
  injured: reader(claimValueSchemas.injured, countWords),
  participant: reader(claimValueSchemas.participant, (part) => {
    const { before, after } = participationWords(part);
    return `${before} ${part.name}${after}`;
  }),
};
