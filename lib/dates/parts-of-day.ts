import { pad2 } from "@/lib/dates/zones";

/** Parts of day and the hours that they cover, local time; `to` 24 is the midnight that ends the day. */
export const partsOfDay = [
  { name: "early morning", from: 0, to: 6 },
  { name: "morning", from: 6, to: 12 },
  { name: "afternoon", from: 12, to: 18 },
  { name: "evening", from: 18, to: 24 },
] as const;

export type PartOfDay = (typeof partsOfDay)[number]["name"];

/** EDTF of a part of a day (YYYY-MM-DD): "2021-07-05T12:00/2021-07-05T18:00" for the afternoon. */
export function partOfDayEdtf(day: string, part: PartOfDay): string {
  const hours = partsOfDay.find((candidate) => candidate.name === part) ?? partsOfDay[0];
  return `${day}T${pad2(hours.from)}:00/${day}T${pad2(hours.to)}:00`;
}

/** The part of day that a span of local minutes of one day is; an end such as 17:59 counts as 18:00. */
export function partOfDayBetween(startMinute: number, endMinute: number): PartOfDay | null {
  const part = partsOfDay.find(
    ({ from, to }) => startMinute === from * 60 && (endMinute === to * 60 || endMinute === to * 60 - 1),
  );
  return part?.name ?? null;
}
