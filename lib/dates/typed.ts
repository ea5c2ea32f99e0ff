import { type Occurred, type OccurredProblem, parseOccurred } from "@/lib/dates/edtf";
import { DateProblem } from "@/lib/dates/edtf-point";
import { readPhrase } from "@/lib/dates/typed-phrase";

/**
 * Reads a date as people write it in English ("5 July 2021 afternoon", "early June 2021", "between
 * 26 June and 5 July 2021", "~2020") or as EDTF. `referenceDay` (YYYY-MM-DD) lets "yesterday" and a
 * day without its year be read: the last such day up to it. An ambiguous date is an error that says so.
 */
export function readTypedDate(
  input: string,
  { timeZone, referenceDay = null }: { timeZone: string; referenceDay?: string | null },
): Occurred | OccurredProblem {
  const text = input
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\ufeff]/g, "")
    .replace(/[‐‑–—−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
  if (text.length > 200) return { ok: false, message: "A date has at most 200 characters." };
  const asEdtf = parseOccurred(text, timeZone);
  if (asEdtf.ok || text === "") return asEdtf;
  try {
    return parseOccurred(readPhrase(text.toLowerCase(), referenceDay), timeZone);
  } catch (error) {
    if (!(error instanceof DateProblem)) throw error;
    // Text without words was meant as EDTF, so its own complaint helps more.
    const isSymbolic = /^[\dxt~?%:.,/+\-[\]{}]+$/i.test(text) && !/^\d+([./-])\d+\1\d+$/.test(text);
    return isSymbolic ? asEdtf : { ok: false, message: error.message };
  }
}
