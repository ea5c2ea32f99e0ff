import { readTypedDate } from "@/lib/dates/typed";
import { isTimeZone } from "@/lib/dates/zones";
import type { ClaimTarget, IncidentForm } from "@/lib/incidents/form";
import { readTypedCount } from "@/lib/incidents/typed-count";

/** What words of an article give a field that is still empty; nothing when they do not fit or it is filled. */
export function filledFromWords(
  form: IncidentForm,
  { field }: ClaimTarget,
  words: string,
  referenceDay: string | null,
): Partial<IncidentForm> {
  if (field === "summary" || field === "title") {
    const limit = field === "title" ? 300 : 5000;
    return form[field].trim() === "" ? { [field]: words.replace(/\s+/g, " ").slice(0, limit) } : {};
  }
  if (field === "killed" || field === "injured") {
    const read = readTypedCount(words);
    return form[field].trim() === "" && read.ok && read.value ? { [field]: words } : {};
  }
  if (field === "occurred" && form.occurred.trim() === "") {
    const timeZone = isTimeZone(form.timeZone) ? form.timeZone : "UTC";
    return readTypedDate(words, { timeZone, referenceDay }).ok ? { occurred: words } : {};
  }
  return {};
}
