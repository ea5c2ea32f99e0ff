import { DateProblem } from "@/lib/dates/edtf-point";
import { type PartOfDay, partOfDayEdtf } from "@/lib/dates/parts-of-day";
import { monthNumber, monthSource, readDay } from "@/lib/dates/typed-day";
import { readRelativePeriod } from "@/lib/dates/typed-period";
import { addDays, daysInMonth, mondayOf, pad2 } from "@/lib/dates/zones";

type Reference = string | null;

/** Reads a date in lower-case English words as EDTF. Throws DateProblem with a sentence. */
export function readPhrase(text: string, reference: Reference): string {
  const about = /^(?:about|around|circa|ca?\.|approximately|approx\.?|roughly|~|on or about) ?(.+)$/.exec(
    text,
  );
  if (about?.[1]) return approximate(readPhrase(about[1], reference), "~");
  const perhaps =
    /^(?:possibly|perhaps|maybe|probably) (.+)$/.exec(text) ?? /^(.+?) ?(?:\?|\(uncertain\))$/.exec(text);
  if (perhaps?.[1]) return approximate(readPhrase(perhaps[1], reference), "?");
  return (
    readOpen(text, reference) ??
    readAlternatives(text, reference) ??
    readSpan(text, reference) ??
    readSingle(text, reference) ??
    refuse(text)
  );
}

function refuse(text: string): never {
  throw new DateProblem(
    `"${text}" is not understood as a date. Write for example 5 July 2021, afternoon of 5 July 2021, early June 2021 or 2021-06-26/2021-07-05.`,
  );
}

/** Adds a qualifier to a date of day, month or year; a clock time about which it holds becomes an hour each way. */
function approximate(edtf: string, sign: "~" | "?"): string {
  if (/^-?\d{4}(-\d\d){0,2}$/.test(edtf)) return `${edtf}${sign}`;
  if (/^-?\d{4}(-\d\d){0,2}[~?]$/.test(edtf)) return `${edtf.slice(0, -1)}%`;
  const clock = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$/.exec(edtf);
  if (clock?.[1] && sign === "~") {
    const hour = Number(clock[2]);
    if (hour >= 1 && hour <= 22) {
      return `${clock[1]}T${pad2(hour - 1)}:${clock[3]}/${clock[1]}T${pad2(hour + 1)}:${clock[3]}`;
    }
  }
  const ends = edtf.split("/");
  if (ends.length === 2 && !edtf.includes("T")) {
    return ends.map((end) => (/^\d/.test(end) ? approximate(end, sign) : end)).join("/");
  }
  throw new DateProblem(
    sign === "~"
      ? "A part of a day is approximate already: leave out the word about, or give the span of hours."
      : "Only a day, a month or a year can be marked as uncertain: write for example 2021-07-05?",
  );
}

function readOpen(text: string, reference: Reference): string | null {
  const since =
    /^(?:since|after|from|not before) (.+)$/.exec(text) ??
    /^(.+?) (?:or later|or after|onwards?)$/.exec(text);
  const before =
    /^(?:before|until|up to|till|by|not after) (.+)$/.exec(text) ??
    /^(.+?) (?:or earlier|or before)$/.exec(text);
  if (since?.[1] && !/ (?:to|until|till|and) /.test(since[1])) {
    const start = readSingle(since[1], reference);
    return start === null ? null : `${start.split("/")[0] ?? start}/..`;
  }
  if (!before?.[1]) return null;
  const end = readSingle(before[1], reference);
  return end === null ? null : `../${end.split("/").at(-1) ?? end}`;
}

function readAlternatives(text: string, reference: Reference): string | null {
  const parts = text.split(/,? or /);
  if (parts.length < 2) return null;
  const last = parts.at(-1) ?? "";
  const dates = parts.map((part) => readSingle(completed(part, last), reference));
  if (dates.some((date) => date === null || /[/T]/.test(date))) return null;
  return `[${dates.join(",")}]`;
}

function readSpan(text: string, reference: Reference): string | null {
  const match =
    /^between (.+?) and (.+)$/.exec(text) ??
    /^(?:from )?(.+?) (?:to|until|till|through|thru) (.+)$/.exec(text) ??
    /^(.+?) - (.+)$/.exec(text) ??
    /^(\d{1,2}) ?- ?(\d{1,2} .+)$/.exec(text) ??
    new RegExp(`^(${monthSource} \\d{1,2}) ?- ?(\\d{1,2},? \\d{4})$`).exec(text);
  if (!match?.[1] || !match[2]) return null;
  const start = readSingle(completed(match[1], match[2]), reference);
  const end = readSingle(completed(match[2], match[1]), reference);
  if (start === null || end === null) return null;
  return `${start.split("/")[0] ?? start}/${end.split("/").at(-1) ?? end}`;
}

/** Lends the month and year of the other end to one that lacks them: "26 June" to "5 July 2021". */
function completed(text: string, other: string): string {
  const month = new RegExp(`(?:^|[ \\d])(${monthSource})(?: |$)`).exec(other)?.[1];
  const year = /(?:^| )(\d{4})$/.exec(other)?.[1];
  const isClock = /^\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?)?$/.test(text) && /:|[ap]\.?m/.test(text);
  if (isClock) {
    const day = /(?: on|,) (.+)$/.exec(other)?.[1];
    return day ? `${text} on ${day}` : text;
  }
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(text) && month) return `${text} ${month}${year ? ` ${year}` : ""}`;
  if (/^\d{1,2}(?:st|nd|rd|th)?,? \d{4}$/.test(text) && month) return `${month} ${text}`;
  const hasMonth = new RegExp(`(?:^|[ \\d])${monthSource}(?: |$)`).test(text);
  return hasMonth && year && !/\d{4}/.test(text) ? `${text} ${year}` : text;
}

/** One date without "or", "to" or qualifiers: a time, a part of a day, a day, a part of a month ... */
function readSingle(text: string, reference: Reference): string | null {
  return (
    readClock(text, reference) ??
    readPartOfDay(text, reference) ??
    readWeek(text, reference) ??
    readPeriod(text) ??
    readRelativePeriod(text, reference) ??
    readDay(text.replace(/^on /, ""), reference)
  );
}

function readClock(text: string, reference: Reference): string | null {
  const clockSource = "(?:at )?(\\d{1,2})(?:[:.](\\d\\d))? ?([ap]\\.?m\\.?)?(?: hours| local time)?";
  const clockFirst = new RegExp(`^${clockSource},? (?:on )?(.+)$`).exec(text);
  const dayFirst = new RegExp(`^(.+?),? ${clockSource}$`).exec(text);
  const noon =
    /^(?:at )?(?:noon|midday),? (?:on |of )?(.+)$/.exec(text) ??
    /^(.+?),? (?:at )?(?:noon|midday)$/.exec(text);
  if (noon?.[1]) return at(readDay(noon[1], reference), 12, 0);
  if (/\bmidnight\b/.test(text)) {
    throw new DateProblem("Midnight can begin or end a day: write 00:00 or 24:00, as in 2021-07-05T24:00.");
  }
  const readings = [
    [clockFirst?.[4], clockFirst?.[1], clockFirst?.[2], clockFirst?.[3]],
    [dayFirst?.[1], dayFirst?.[2], dayFirst?.[3], dayFirst?.[4]],
  ];
  const written = readings.find(([, , minuteText, meridiem]) => minuteText ?? meridiem);
  if (!written) return null;
  const [dayText = "", hourText, minuteText, meridiem] = written;
  const day = readDay(dayText, reference);
  if (day === null) return null;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (minute > 59 || hour > (meridiem ? 12 : 24) || (meridiem && hour === 0)) {
    throw new DateProblem(`${hourText}:${pad2(minute)} is not a time of day.`);
  }
  return at(day, meridiem ? (hour % 12) + (meridiem.startsWith("p") ? 12 : 0) : hour, minute);
}

function at(day: string | null, hour: number, minute: number): string | null {
  return day === null ? null : `${day}T${pad2(hour)}:${pad2(minute)}`;
}

const partWords: Readonly<Record<string, PartOfDay | "night">> = {
  "early morning": "early morning",
  "early hours": "early morning",
  dawn: "early morning",
  predawn: "early morning",
  "pre-dawn": "early morning",
  morning: "morning",
  afternoon: "afternoon",
  evening: "evening",
  night: "night",
  overnight: "night",
};
const partSource = `(${Object.keys(partWords).join("|")})`;

function readPartOfDay(text: string, reference: Reference): string | null {
  const partFirst = new RegExp(`^(?:(?:in|on|at) )?(?:the )?${partSource}(?: of| on|,)? (.+)$`).exec(text);
  const dayFirst = new RegExp(`^(.+?),? ?(?:in the |at )?\\(?${partSource}\\)?$`).exec(text);
  const [dayText, word] = partFirst ? [partFirst[2], partFirst[1]] : [dayFirst?.[1], dayFirst?.[2]];
  const part = partWords[word ?? ""];
  if (!dayText || part === undefined) return null;
  const day = readDay(dayText.replace(/^the /, "").replace(/^this$/, "today"), reference);
  if (day === null) return null;
  return part === "night" ? `${day}T18:00/${addDays(day, 1)}T06:00` : partOfDayEdtf(day, part);
}

function readWeek(text: string, reference: Reference): string | null {
  const match = /^(?:in )?(?:the )?week (of|beginning|from|before|after|ending) (.+)$/.exec(text);
  if (!match?.[2]) return null;
  const day = readDay(match[2], reference);
  if (day === null) return null;
  const start = {
    of: mondayOf(day),
    beginning: day,
    from: day,
    before: addDays(day, -7),
    after: addDays(day, 1),
    ending: addDays(day, -6),
  }[match[1] ?? "of"];
  return start ? `${start}/${addDays(start, 6)}` : null;
}

const seasonCodes: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
};

/** Months, years, their parts, seasons and decades. */
function readPeriod(text: string): string | null {
  const match = new RegExp(
    `^(?:in )?(?:the )?(?:(early|mid|late|beginning|start|middle|end)(?:[ -]| of )(?:in )?)?(?:(${monthSource})(?: of)?,? )?(\\d{4})$`,
  ).exec(text);
  if (match?.[3]) return partOfPeriod(match[1], match[2] ? monthNumber(match[2]) : null, Number(match[3]));
  const numeric = /^(0?[1-9]|1[0-2])[/.](\d{4})$/.exec(text);
  if (numeric) return `${numeric[2]}-${pad2(Number(numeric[1]))}`;
  const season = /^(?:in )?(?:the )?(spring|summer|autumn|fall|winter)(?: of)? (\d{4})$/.exec(text);
  if (season?.[1]) return `${season[2]}-${seasonCodes[season[1]]}`;
  const decade = /^(?:in )?(?:the )?(\d{3})0s$/.exec(text);
  return decade ? `${decade[1]}X` : null;
}

function partOfPeriod(part: string | undefined, month: number | null, year: number): string {
  const which = { early: 0, beginning: 0, start: 0, mid: 1, middle: 1, late: 2, end: 2 }[part ?? ""];
  const yearText = String(year).padStart(4, "0");
  if (month === null) {
    if (which === undefined) return yearText;
    return `${yearText}-${pad2(which * 4 + 1)}/${yearText}-${pad2(which * 4 + 4)}`;
  }
  const monthText = `${yearText}-${pad2(month)}`;
  if (which === undefined) return monthText;
  const lastDay = which === 2 ? daysInMonth(year, month) : (which + 1) * 10;
  return `${monthText}-${pad2(which * 10 + 1)}/${monthText}-${pad2(lastDay)}`;
}
