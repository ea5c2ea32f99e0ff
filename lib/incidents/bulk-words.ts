import { eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels, roleLabels } from "@/lib/taxonomy/labels";
import { statusLabels } from "@/lib/taxonomy/words";
import type { BulkParts, BulkSubject } from "./bulk-plan";
import type { BulkChange } from "./bulk-schema";

type NameOf = (slug: string) => string;

/** What was done to many incidents, in words: "Added to the campaign Rockets of 2021". */
export function bulkWords(change: BulkChange, nameOf: NameOf): string {
  switch (change.kind) {
    case "add-campaign":
      return `Added to the campaign ${nameOf(change.campaign)}`;
    case "remove-campaign":
      return `Taken out of the campaign ${nameOf(change.campaign)}`;
    case "submit":
      return "Submitted for review";
    case "publish":
      return "Published";
    case "return":
      return "Sent back as drafts";
    case "retract":
      return "Retracted";
    case "add-actor":
      return `Added ${nameOf(change.actor)} (${roleLabels[change.role].toLowerCase()})`;
    case "remove-actor":
      return `Took out ${nameOf(change.actor)}${change.role ? ` (${roleLabels[change.role].toLowerCase()})` : ""}`;
    case "replace-actor":
      return `Replaced ${nameOf(change.from)} by ${nameOf(change.to)}`;
    case "event-type":
      return `Event type set to ${eventTypeLabel(change.eventType)}`;
    case "outcome":
      return `Outcome set to ${outcomeLabels[change.outcome]}`;
  }
}

/** What a plan makes of one incident: what it says now, and what it will say. */
export function partsWords(
  subject: BulkSubject,
  parts: BulkParts,
  nameOf: NameOf,
): { from: string; to: string } {
  if (parts.status) return { from: statusLabels[subject.status], to: statusLabels[parts.status] };
  if (parts.eventType) {
    return { from: eventTypeLabel(subject.eventType), to: eventTypeLabel(parts.eventType) };
  }
  if (parts.outcome) return { from: outcomeLabels[subject.outcome], to: outcomeLabels[parts.outcome] };
  if (parts.campaigns) return difference(subject.campaigns, parts.campaigns, nameOf);
  const wordsOf = (list: BulkSubject["participations"]) =>
    list.map(({ actor, role }) => `${nameOf(actor)} (${roleLabels[role].toLowerCase()})`);
  return difference(wordsOf(subject.participations), wordsOf(parts.participations ?? []), (words) => words);
}

const none = "–";

/** Only what goes and what comes: the rest of two lists is the same. */
function difference(before: string[], after: string[], nameOf: NameOf): { from: string; to: string } {
  const words = (list: string[], others: string[]) =>
    list
      .filter((one) => !others.includes(one))
      .map(nameOf)
      .join(", ") || none;
  return { from: words(before, after), to: words(after, before) };
}
