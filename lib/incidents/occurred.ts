import { type Occurred, type OccurredProblem, parseOccurred } from "@/lib/dates/edtf";

// What the database's driver can write and read back.
const first = new Date("0001-01-01T00:00:00.000Z");
const last = new Date("9999-12-31T23:59:59.999Z");

/** When an incident happened, as parseOccurred; refuses what lies outside the years 1 to 9999. */
export function readOccurred(text: string, timeZone: string): Occurred | OccurredProblem {
  const read = parseOccurred(text, timeZone);
  if (!read.ok) {
    return read;
  }
  if (read.latest < first || read.earliest > last) {
    return { ok: false, message: "Give a date in the years 1 to 9999." };
  }
  return {
    ...read,
    earliest: read.earliest < first ? first : read.earliest,
    latest: read.latest > last ? last : read.latest,
  };
}
