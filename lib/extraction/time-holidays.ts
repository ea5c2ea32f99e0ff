import { addDays, weekdayOf } from "@/lib/dates/zones";
import type { TimePattern } from "./time-anchor";
import { YEAR } from "./time-words";
import { dayOf, onDay } from "./when";

/** Easter Sunday of the western churches, by the Gregorian computus. */
function easter(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const index = epact + weekday - 7 * shift + 114;
  return dayOf(year, Math.floor(index / 31), (index % 31) + 1);
}

/** The nth such weekday (0 is Sunday) of a month. */
const nth = (year: number, month: number, weekday: number, n: number): string =>
  dayOf(year, month, 1 + ((weekday - weekdayOf(dayOf(year, month, 1)) + 7) % 7) + 7 * (n - 1));

const DAYS: readonly [name: string, day: (year: number) => string][] = [
  ["christmas eve", (year) => dayOf(year, 12, 24)],
  ["christmas", (year) => dayOf(year, 12, 25)],
  ["boxing day", (year) => dayOf(year, 12, 26)],
  ["new year'?s eve", (year) => dayOf(year, 12, 31)],
  ["new year'?s day", (year) => dayOf(year, 1, 1)],
  ["valentine'?s day", (year) => dayOf(year, 2, 14)],
  ["earth day", (year) => dayOf(year, 4, 22)],
  ["may day", (year) => dayOf(year, 5, 1)],
  ["bastille day", (year) => dayOf(year, 7, 14)],
  ["halloween", (year) => dayOf(year, 10, 31)],
  ["armistice day|veterans day", (year) => dayOf(year, 11, 11)],
  ["mother'?s day", (year) => nth(year, 5, 0, 2)],
  ["father'?s day", (year) => nth(year, 6, 0, 3)],
  ["labor day", (year) => nth(year, 9, 1, 1)],
  ["black friday", (year) => addDays(nth(year, 11, 4, 4), 1)],
  ["cyber monday", (year) => addDays(nth(year, 11, 4, 4), 4)],
  ["thanks ?giving", (year) => nth(year, 11, 4, 4)],
  ["palm sunday", (year) => addDays(easter(year), -7)],
  ["maundy thursday", (year) => addDays(easter(year), -3)],
  ["good friday", (year) => addDays(easter(year), -2)],
  ["holy saturday", (year) => addDays(easter(year), -1)],
  ["easter monday", (year) => addDays(easter(year), 1)],
  ["easter", (year) => easter(year)],
];
const NAMES = DAYS.map(([name]) =>
  / day|eve$|friday|sunday|monday|thursday|saturday/.test(name)
    ? name
    : `(?<=\\b(?:on|since|until|last|previous|at|before|after|by) )(?:${name})(?: day| sunday)?(?! (?:market|party|dinner|lights|holiday|rising|service|mass|island|tree|shopping|meal|week))|(?:${name}) (?:day|sunday)`,
).join("|");

/** Feasts whose day the calendar fixes; those that follow the moon's sighting are left out. */
export const HOLIDAYS: readonly TimePattern[] = [
  {
    pattern: new RegExp(
      `\\b(?<name>${NAMES})(?:,? (?:of |in )?(?:(?<year>${YEAR})|(?<rel>last|this) year))?(?!\\w)`,
      "gi",
    ),
    resolve: (g, anchor) => {
      const name = (g.name ?? "").toLowerCase().replace("’", "'");
      const day = DAYS.find(([pattern]) => new RegExp(`^(?:${pattern})(?: day| sunday)?$`).test(name))?.[1];
      if (!day) return null;
      const { published, isFuture } = anchor;
      if (g.year) return onDay(day(Number(g.year)));
      if (!published) return null;
      const year = Number(published.slice(0, 4));
      if (g.rel) return onDay(day(year - (g.rel.toLowerCase() === "last" ? 1 : 0)));
      const isAhead = day(year) > addDays(published, 1);
      if (isFuture) return onDay(day(year) < published ? day(year + 1) : day(year));
      return onDay(isAhead ? day(year - 1) : day(year));
    },
  },
];
