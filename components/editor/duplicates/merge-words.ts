import type { MergePart } from "@/lib/incidents/merge-schema";
import type { IncidentView } from "@/lib/incidents/schema";
import { whenWords } from "@/lib/incidents/when-words";
import { countWords } from "@/lib/incidents/words";
import { eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels, placePrecisionLabels } from "@/lib/taxonomy/labels";
import { participationWords } from "@/lib/taxonomy/words";

export const mergePartLabels: Record<MergePart, string> = {
  title: "Title",
  summary: "Summary",
  eventType: "Event type",
  outcome: "Outcome",
  occurred: "When",
  place: "Place",
  killed: "Killed",
  injured: "Injured",
  participations: "Who took part",
  campaigns: "Campaigns",
};

/** What an incident says of a part, as lines of words; at least one. */
export function mergePartWords(incident: IncidentView, part: MergePart): string[] {
  switch (part) {
    case "eventType":
      return [eventTypeLabel(incident.eventType)];
    case "outcome":
      return [outcomeLabels[incident.outcome]];
    case "occurred": {
      const { local, zone } = whenWords(incident);
      return [zone === null ? local : `${local}, ${zone}`];
    }
    case "place":
      return incident.place
        ? [`${incident.place.name}, ${placePrecisionLabels[incident.place.precision]}`]
        : ["unknown"];
    case "killed":
    case "injured":
      return [countWords(incident[part])];
    case "participations":
      return orNone(
        incident.participations.map(({ actor, ...rest }) => {
          const { before, after } = participationWords(rest);
          return `${before} ${actor.name}${after}`;
        }),
      );
    case "campaigns":
      return orNone(incident.campaigns.map(({ name }) => name));
    default:
      return [incident[part] || "none"];
  }
}

const orNone = (lines: string[]): string[] => (lines.length > 0 ? lines : ["none"]);

/** "title, place and links" for parts that kept later changes. */
export function keptWords(kept: readonly string[]): string {
  const names = kept.map((part) => {
    const label = Object.entries(mergePartLabels).find(([known]) => known === part)?.[1] ?? part;
    return label.toLowerCase();
  });
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export const percentWords = (score: number): string => `${Math.round(score * 100)}\u202f%`;
