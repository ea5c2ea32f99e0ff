import { z } from "zod";
import { eventTypes } from "@/lib/taxonomy/event-types";
import { attributions, outcomes, participationRoles } from "@/lib/taxonomy/terms";

const quoted = (what: string) => z.string().nullable().describe(`${what}, copied from the article`);
const people = (what: string) => z.number().nullable().describe(what);

const modelParticipantSchema = z.object({
  name: z.string().describe("as the quote writes it"),
  role: z.enum(participationRoles),
  attribution: z.enum(attributions),
  attributedBy: z.string().nullable().describe("who says so, as the quote writes it"),
  quote: z.string().describe("the sentence that says so, copied from the article"),
});
export type ModelParticipant = z.infer<typeof modelParticipantSchema>;

const modelIncidentSchema = z.object({
  eventType: z.enum(eventTypes),
  eventTypeQuote: z.string().describe("the sentence that reports the incident, copied from the article"),
  outcome: z.enum(outcomes),
  outcomeQuote: quoted("the sentence that tells the outcome"),
  date: z.string().nullable().describe("YYYY-MM-DD, YYYY-MM, YYYY or YYYY-MM-DD/YYYY-MM-DD"),
  dateQuote: quoted("the sentence that tells when"),
  place: z.string().nullable().describe("the most exact place, as the quote writes it"),
  placeQuote: quoted("the sentence that tells where"),
  killed: people("number of people killed, 0 where the article says nobody"),
  killedMax: people("the higher number, where the article gives a range"),
  killedQuote: quoted("the sentence with the number of people killed"),
  injured: people("number of people injured, 0 where the article says nobody"),
  injuredMax: people("the higher number, where the article gives a range"),
  injuredQuote: quoted("the sentence with the number of people injured"),
  participants: z.array(modelParticipantSchema),
});
export type ModelIncident = z.infer<typeof modelIncidentSchema>;

const modelAnswerSchema = z.object({ incidents: z.array(modelIncidentSchema) });

/**
 * What a language model is asked for, as JSON Schema: each value of an incident beside the words that it
 * rests on. Flat and without limits, which weak models and strict servers both manage; the limits are
 * those of lib/model/verify.
 */
export const modelAnswerJsonSchema = z.toJSONSchema(modelAnswerSchema, { target: "draft-7" });

/** So many incidents of one answer are looked at, and so many participants of one incident. */
const mostIncidents = 60;
const mostParticipants = 12;

const nothingSaid = {
  outcome: "unknown",
  outcomeQuote: null,
  date: null,
  dateQuote: null,
  place: null,
  placeQuote: null,
  killed: null,
  killedMax: null,
  killedQuote: null,
  injured: null,
  injuredMax: null,
  injuredQuote: null,
  participants: [],
};

const looseSchema = z.looseObject({ participants: z.array(z.unknown()).catch([]) });
const listSchema = z.object({ incidents: z.array(z.unknown()) });

/** An incident of an answer, without the participants that have another shape; null when it has none itself. */
function readIncident(value: unknown): ModelIncident | null {
  const loose = looseSchema.safeParse(value);
  if (!loose.success) {
    return null;
  }
  const participants = loose.data.participants
    .slice(0, mostParticipants)
    .map((part) => modelParticipantSchema.safeParse(withDefaults({ attributedBy: null }, part)))
    .flatMap(({ data }) => data ?? []);
  return (
    modelIncidentSchema.safeParse(withDefaults(nothingSaid, { ...loose.data, participants })).data ?? null
  );
}

/** Weak models leave out what they would have to call null. */
const withDefaults = (defaults: object, value: unknown): unknown =>
  typeof value === "object" ? { ...defaults, ...value } : value;

/**
 * The incidents of an answer that have the shape that was asked for; null when it is no list of incidents
 * at all. One incident of a wrong shape costs itself alone.
 */
export function readModelAnswer(value: unknown): ModelIncident[] | null {
  const answer = listSchema.safeParse(value);
  if (!answer.success) {
    return null;
  }
  const { incidents } = answer.data;
  const read = incidents.slice(0, mostIncidents).flatMap((incident) => readIncident(incident) ?? []);
  return incidents.length > 0 && read.length === 0 ? null : read;
}
