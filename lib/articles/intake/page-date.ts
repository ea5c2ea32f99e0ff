import { readTypedDate } from "@/lib/dates/typed";

/**
 * A publication date as pages write it, as ISO 8601: "2021-07-06", "2021-07-06T10:30:00" (no zone
 * given) or "2021-07-06T10:30:00+03:00" (Z for UTC). Null when it cannot be read or no such day exists.
 */
export function readPageDate(written: string): string | null {
  const text = written.trim().slice(0, 100);
  const iso =
    /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?$/i.exec(
      text,
    );
  if (iso) return compose(iso.slice(1));
  // RFC 5322 and 9110: "Tue, 06 Jul 2021 10:30:00 GMT".
  if (/^(?:\w{3}, )?\d{1,2} \w{3} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC|[+-]\d{4})$/i.test(text)) {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? null : instant.toISOString().replace(".000Z", "Z");
  }
  const typed = readTypedDate(text.replace(/^(published|posted|updated)( on)?:? /i, ""), { timeZone: "UTC" });
  if (!typed.ok || !/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(typed.edtf)) return null;
  return typed.edtf.length > 10 ? `${typed.edtf}:00` : typed.edtf;
}

function compose(parts: (string | undefined)[]): string | null {
  const [year = "", month = "", day = "", hour, minute, second = "00", zone] = parts;
  const date = `${year}-${month}-${day}`;
  const parsed = new Date(`${date}T${hour ?? "00"}:${minute ?? "00"}:${second}Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)) return null;
  if (hour === undefined) return date;
  return `${date}T${hour}:${minute}:${second}${isoZone(zone)}`;
}

function isoZone(zone: string | undefined): string {
  if (zone === undefined) return "";
  if (/^(Z|UTC|GMT)$/i.test(zone) || /^[+-]00:?(00)?$/.test(zone)) return "Z";
  const digits = zone.replace(":", "").padEnd(5, "0");
  return `${digits.slice(0, 3)}:${digits.slice(3)}`;
}
