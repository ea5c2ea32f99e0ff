import fc from "fast-check";
import { pad2, padYear } from "@/lib/dates/zones";

/** EDTF expressions of every kind, some of them impossible (31 June), for property tests. */
const year = fc
  .oneof(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: -4712, max: 9999 }))
  .map(padYear);
const month = fc.integer({ min: 1, max: 12 }).map(pad2);
const day = fc.integer({ min: 1, max: 31 }).map(pad2);
const date = fc.oneof(
  year,
  fc.tuple(year, month).map((parts) => parts.join("-")),
  fc.tuple(year, month, day).map((parts) => parts.join("-")),
);
const time = fc
  .tuple(year, month, day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([y, m, d, hour, minute]) => `${y}-${m}-${d}T${pad2(hour)}:${pad2(minute)}`);
const qualified = fc.tuple(date, fc.constantFrom("~", "?", "%")).map((parts) => parts.join(""));
const unspecified = fc.constantFrom(
  "202X",
  "20XX",
  "2021-XX",
  "2021-07-XX",
  "2021-07-1X",
  "XXXX-02-29",
  "-01XX",
);
const season = fc.tuple(year, fc.integer({ min: 21, max: 41 })).map((parts) => parts.join("-"));
const long = fc.integer({ min: 10_000, max: 275_759 }).map((value) => `Y${value}`);
const point = fc.oneof(date, time, qualified, unspecified, season, long);
const end = fc.oneof(point, fc.constantFrom("..", ""));

export const arbitraryEdtf = fc.oneof(
  point,
  fc.tuple(end, end).map((parts) => parts.join("/")),
  fc.array(date, { minLength: 1, maxLength: 4 }).map((items) => `[${items.join(",")}]`),
  fc.tuple(date, date).map((parts) => `{${parts.join("..")}}`),
);

export const arbitraryZone = fc.constantFrom(
  "UTC",
  "Asia/Baghdad",
  "Asia/Tehran",
  "Asia/Beirut",
  "Asia/Kabul",
  "Europe/London",
  "America/St_Johns",
  "Pacific/Apia",
  "Africa/Monrovia",
);
