import { pad2, type WallTime, wallTimeAsUtc } from "@/lib/dates/zones";

/** long: in a sentence, with the weekday; short: without it; axis: shortest, months abbreviated. */
export type DateStyle = "long" | "short" | "axis";

export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
export const weekdayNames = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

/** "2021"; "800 AD" below 1000, "45 BC" for the astronomical year -44. */
export function yearWords(year: number): string {
  if (year <= 0) return `${1 - year} BC`;
  return year < 1000 ? `${year} AD` : String(year);
}

export function monthWords(month: number, style: DateStyle): string {
  const name = monthNames[month - 1] ?? "";
  return style === "axis" ? name.slice(0, 3) : name;
}

/** "Monday 5 July 2021", "5 July 2021", "5 Jul 2021". No weekday before the Gregorian calendar (1583). */
export function dayWords(wall: WallTime, style: DateStyle): string {
  const weekday = weekdayNames[new Date(wallTimeAsUtc(wall)).getUTCDay()] ?? "";
  const day = `${wall.day} ${monthWords(wall.month, style)} ${yearWords(wall.year)}`;
  return style === "long" && wall.year >= 1583 ? `${weekday} ${day}` : day;
}

/** "4:00", "16:05"; "24:00" for the midnight that ends a day. */
export function clockWords(wall: WallTime): string {
  return `${wall.hour}:${pad2(wall.minute)}`;
}

/** Season codes of ISO 8601-2, with the year. */
export function seasonWords(season: number, year: number): string {
  const [before, after] = seasonNames[season] ?? ["part of", ""];
  return `${before} ${yearWords(year)}${after ? ` (${after})` : ""}`;
}

const seasonNames: Readonly<Record<number, readonly [before: string, after?: string]>> = {
  21: ["spring"],
  22: ["summer"],
  23: ["autumn"],
  24: ["winter"],
  25: ["spring", "northern hemisphere"],
  26: ["summer", "northern hemisphere"],
  27: ["autumn", "northern hemisphere"],
  28: ["winter", "northern hemisphere"],
  29: ["spring", "southern hemisphere"],
  30: ["summer", "southern hemisphere"],
  31: ["autumn", "southern hemisphere"],
  32: ["winter", "southern hemisphere"],
  33: ["first quarter of"],
  34: ["second quarter of"],
  35: ["third quarter of"],
  36: ["fourth quarter of"],
  37: ["first four months of"],
  38: ["second four months of"],
  39: ["last four months of"],
  40: ["first half of"],
  41: ["second half of"],
};
