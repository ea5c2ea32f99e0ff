import { claimValueWords } from "@/lib/incidents/claim-words";
import type { FormClaim, IncidentForm } from "@/lib/incidents/form";
import { type ListPart, linesOf, listParts } from "@/lib/incidents/form-lines";
import type { MergedPart, Spot } from "@/lib/incidents/form-merge";
import { fieldValue } from "@/lib/incidents/form-values";
import { eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels, placePrecisionLabels } from "@/lib/taxonomy/labels";
import { claimFieldLabels, participationWords, standingLabels } from "@/lib/taxonomy/words";

const partLabels: Record<Exclude<MergedPart, "claims">, string> = {
  title: "Title",
  summary: "Summary",
  eventType: "Event type",
  outcome: "Outcome",
  occurred: "When",
  timeZone: "Time zone",
  place: "Place",
  killed: "Killed",
  injured: "Injured",
  participants: "Who took part",
  campaigns: "Campaign",
  unsourcedReason: "Why without a source",
};

type Forms = { mine: IncidentForm; stored: IncidentForm };

/** What a spot is about: "Killed", "Quote for Killed". */
export function spotLabel({ part, line }: Spot, { mine, stored }: Forms): string {
  if (part !== "claims") return partLabels[part];
  const claim = (linesOf(stored, part).get(line ?? "") ?? linesOf(mine, part).get(line ?? ""))?.line;
  return claim && "quote" in claim ? `Quote for ${claimFieldLabels[claim.field]}` : "Quote";
}

const isListPart = (part: MergedPart): part is ListPart => listParts.some((one) => one === part);

/** What a form says at a spot, in words for two states side by side. */
export function spotWords(form: IncidentForm, { part, line }: Pick<Spot, "part" | "line">): string {
  if (!isListPart(part)) return singleWords(form, part);
  const said = linesOf(form, part).get(line ?? "")?.line;
  if (!said) return "not there";
  if ("quote" in said) return claimWords(form, said);
  if ("role" in said) {
    const { before, after } = participationWords({ ...said, attributedBy: said.attributedBy || null });
    return `${before} ${said.name}${after}`;
  }
  return said.name;
}

function singleWords(form: IncidentForm, part: Exclude<MergedPart, ListPart>): string {
  switch (part) {
    case "eventType":
      return form.eventType ? eventTypeLabel(form.eventType) : "none";
    case "outcome":
      return outcomeLabels[form.outcome];
    case "place": {
      const { name, precision, coordinates } = form.place;
      return name ? [name, placePrecisionLabels[precision], coordinates].filter(Boolean).join(", ") : "none";
    }
    case "killed":
    case "injured":
      return form[part].trim() || "not reported";
    default:
      return form[part].trim() || "nothing";
  }
}

/** "“Three rockets landed”, says 3, rejected: denied later". */
function claimWords(form: IncidentForm, claim: FormClaim): string {
  const value = claim.follows ? fieldValue(form, claim) : claim.value;
  const { exact } = claim.quote;
  return [
    `“${exact.length > 160 ? `${exact.slice(0, 160)}…` : exact}”`,
    claim.field === "title" || claim.field === "summary"
      ? ""
      : `says ${claimValueWords({ ...claim, value }, form.timeZone)}`,
    claim.standing === "accepted" ? "" : standingLabels[claim.standing].toLowerCase(),
    claim.reason ?? "",
  ]
    .filter(Boolean)
    .join(", ");
}
