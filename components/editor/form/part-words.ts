import type { IncidentForm } from "@/lib/incidents/form";
import type { MergedPart } from "@/lib/incidents/form-merge";
import { eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels, placePrecisionLabels } from "@/lib/taxonomy/labels";
import { participationWords } from "@/lib/taxonomy/words";

export const partLabels: Record<MergedPart, string> = {
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
  campaigns: "Campaigns",
  claims: "Quotes",
};

/** What a part of a form says, in words for two states side by side. */
export function partWords(form: IncidentForm, part: MergedPart): string {
  switch (part) {
    case "eventType":
      return form.eventType ? eventTypeLabel(form.eventType) : "none";
    case "outcome":
      return outcomeLabels[form.outcome];
    case "place": {
      const { name, precision, coordinates } = form.place;
      return name ? [name, placePrecisionLabels[precision], coordinates].filter(Boolean).join(", ") : "none";
    }
    case "participants":
      return form.participants.map(participantWords).join("; ") || "nobody";
    case "campaigns":
      return form.campaigns.map(({ name }) => name).join(", ") || "none";
    case "claims":
      return `${form.claims.length} ${form.claims.length === 1 ? "quote" : "quotes"}`;
    case "killed":
    case "injured":
      return form[part].trim() || "not reported";
    default:
      return form[part].trim() || "nothing";
  }
}

function participantWords(part: IncidentForm["participants"][number]): string {
  const { before, after } = participationWords({ ...part, attributedBy: part.attributedBy || null });
  return `${before} ${part.name}${after}`;
}
