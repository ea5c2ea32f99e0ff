import { readTypedDate } from "@/lib/dates/typed";
import { describeOccurred } from "@/lib/dates/words";

/** What somebody would type for a date: its words where these are read as the same date, else the EDTF. */
export function writeTypedDate(edtf: string, timeZone: string): string {
  if (edtf === "") return "";
  const words = describeOccurred(edtf, timeZone, { style: "short" });
  const read = readTypedDate(words, { timeZone });
  return read.ok && read.edtf === edtf ? words : edtf;
}
