import { partsOfDay } from "@/lib/dates/parts-of-day";
import { between, inMonth, inYear, isDay, onDay, type When } from "@/lib/extraction/when";

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

function dayIn(text: string): string | null {
  const match = DAY.exec(text);
  return match && isDay(Number(match[1]), Number(match[2]), Number(match[3])) ? text : null;
}

/** One unit: a year, month or day, or a minute of a day. */
function unitOf(text: string): When | null {
  const day = dayIn(text.slice(0, 10));
  const clock = /^T(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text.slice(10)) ? text.slice(11) : null;
  if (day) return text.length === 10 ? onDay(day) : clock === null ? null : { ...onDay(day), clock };
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (month) return inMonth(Number(month[1]), Number(month[2]));
  return /^\d{4}$/.test(text) ? inYear(Number(text)) : null;
}

/** The time that the EDTF of a proposal stands for, as extraction writes it; null for any other EDTF. */
export function whenOfEdtf(edtf: string): When | null {
  const [first = "", last, ...more] = edtf.split("/");
  if (more.length > 0) return null;
  if (last === undefined) {
    const unit = unitOf(first.replace(/~$/, ""));
    return unit && { ...unit, approximate: first.endsWith("~") };
  }
  const [from, to] = [unitOf(first), unitOf(last)];
  if (!from || !to || from.from > to.from) return null;
  if (from.clock === null && to.clock === null) return between(from.from, to.to);
  const hours = [first.slice(11), last.slice(11)].map((time) => Number(time.slice(0, 2)));
  const part = partsOfDay.find((one) => one.from === hours[0] && one.to % 24 === (hours[1] ?? -1) % 24);
  return part ? { ...onDay(from.from), part: part.name } : between(from.from, to.to);
}
