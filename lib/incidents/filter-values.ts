import { openEarliest, openLatest, parseOccurred } from "@/lib/dates/edtf";
import { isSlug } from "@/lib/geo/fold";

/** One text of a query string, read; or a sentence that says why it cannot be used. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; message: string };

const refuse = (message: string): { ok: false; message: string } => ({ ok: false, message });

/** West, south, east and north in degrees (WGS 84); a box with west > east crosses the date line. */
export type Box = { west: number; south: number; east: number; north: number };

const dateShape = /^-?\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$/i;
const dateMessage = "Give a date from year to minute, such as 2021, 2021-07, 2021-07-05 or 2021-07-05T16:00";

/** First and last instant of an EDTF date from year to minute, in UTC where it names no offset. */
export function readDate(text: string): Read<{ edtf: string; first: Date; last: Date }> {
  // A plus sign that nobody encoded arrives as a space.
  const source = text.trim().replace(/ (\d{2}:\d{2})$/, "+$1");
  if (!dateShape.test(source)) {
    return refuse(dateMessage);
  }
  const occurred = parseOccurred(source, "UTC");
  return occurred.ok
    ? { ok: true, value: { edtf: occurred.edtf, first: occurred.earliest, last: occurred.latest } }
    : refuse(occurred.message);
}

const instantShape = /^(\d{4}|[+-]\d{6})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** An ISO instant; a date from year to minute stands for its first or last instant. */
export function readInstant(text: string, which: "first" | "last"): Read<string> {
  const source = text.trim().replace(/ (\d{2}:\d{2})$/, "+$1");
  if (instantShape.test(source)) {
    const time = Date.parse(source.toUpperCase());
    return Number.isNaN(time) ? refuse("There is no such moment") : writeInstant(new Date(time));
  }
  const date = readDate(source);
  return date.ok ? writeInstant(date.value[which]) : date;
}

// Beyond these years the database refuses an instant, or nothing else of the house can write it.
const writeInstant = (instant: Date): Read<string> =>
  instant >= openEarliest && instant <= openLatest
    ? { ok: true, value: instant.toISOString() }
    : refuse("Give a moment in the years 1 to 9999");

/** At most this many characters of search words. */
export const maxQueryLength = 200;

export function readWords(text: string): Read<string> {
  const words = [...text.toWellFormed()]
    .map((character) => (/\p{Cc}/u.test(character) ? " " : character))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  if (words.length > maxQueryLength) {
    return refuse(`Search for at most ${maxQueryLength} characters`);
  }
  return { ok: true, value: words };
}

export function readSlug(text: string): Read<string> {
  const slug = text.trim().toLowerCase();
  return slug.length <= 100 && isSlug(slug)
    ? { ok: true, value: slug }
    : refuse("Give a slug: small letters, digits and hyphens");
}

const regionNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

export function readCountry(text: string): Read<string> {
  const code = text.trim().toUpperCase();
  const isCode = /^[A-Z]{2}$/.test(code) && code !== "ZZ";
  return isCode && regionNames.of(code) !== undefined
    ? { ok: true, value: code }
    : refuse("Give an ISO 3166-1 code of two letters, such as IQ");
}

export const readChoice =
  <Value extends string>(choices: readonly Value[]) =>
  (text: string): Read<Value> => {
    const wanted = text.trim().toLowerCase();
    const value = choices.find((choice) => choice === wanted);
    return value !== undefined
      ? { ok: true, value }
      : refuse(`Give one of: ${choices.length > 12 ? "the slugs of the vocabulary" : choices.join(", ")}`);
  };

export function readCount(text: string): Read<number> {
  return /^\d{1,8}$/.test(text.trim())
    ? { ok: true, value: Number(text) }
    : refuse("Give a whole number, 0 or more");
}

export function readBox(text: string): Read<Box> {
  const parts = text.split(",").map((part) => part.trim());
  const isNumeric = parts.every((part) => /^-?\d{1,3}(\.\d{1,15})?$/.test(part));
  const [west, south, east, north] = parts.map(Number);
  if (parts.length !== 4 || !isNumeric || west === undefined || south === undefined) {
    return refuse("Give west,south,east,north in degrees, such as 38.8,29,48.6,37.4");
  }
  if (east === undefined || north === undefined || Math.max(Math.abs(west), Math.abs(east)) > 180) {
    return refuse("Give longitudes from -180 to 180");
  }
  if (south < -90 || north > 90 || south > north) {
    return refuse("Give latitudes from -90 to 90, the southern one first");
  }
  return {
    ok: true,
    value: {
      west: roundDegrees(west),
      south: roundDegrees(south),
      east: roundDegrees(east),
      north: roundDegrees(north),
    },
  };
}

// Six decimals are a tenth of a metre; adding 0 turns -0 into 0, so that a box has one way to be written.
const roundDegrees = (degrees: number): number => Number(degrees.toFixed(6)) + 0;

/** As readBox reads it; degrees without an exponent. */
export const writeBox = (box: Box): string =>
  [box.west, box.south, box.east, box.north]
    .map((degrees) => degrees.toFixed(6).replace(/\.?0+$/, ""))
    .map((degrees) => (degrees === "-0" || degrees === "" ? "0" : degrees))
    .join(",");
