import type { ClaimView } from "@/lib/claims/schema";
import { describeOccurred, describeZone } from "@/lib/dates/words";
import { eventTypeLabel } from "@/lib/taxonomy/event-types";
import { outcomeLabels, placePrecisionLabels } from "@/lib/taxonomy/labels";
import type { ClaimField } from "@/lib/taxonomy/terms";
import { claimFieldLabels, participationWords, standingLabels } from "@/lib/taxonomy/words";
import { participationAnchor } from "./claim-groups";
import { claimValueWords } from "./claim-words";
import type { IncidentRecord, IncidentView } from "./schema";
import { countWords } from "./words";

/** A field that two states of an incident say differently, in words; "" where one of them says nothing. */
export type FieldDifference = { field: ClaimField | null; label: string; before: string; after: string };

type Said = { key: string; field: ClaimField | null; label: string; words: string };

/** Everything that a record says, in words and in the order of its page. */
function saidBy(incident: IncidentView): Said[] {
  const of = (field: ClaimField, words: string): Said => ({
    key: field,
    field,
    label: claimFieldLabels[field],
    words,
  });
  return [
    of("title", incident.title),
    of("summary", incident.summary),
    of("occurred", whenOf(incident)),
    of("place", placeOf(incident)),
    of("eventType", eventTypeLabel(incident.eventType)),
    of("outcome", outcomeLabels[incident.outcome]),
    of("killed", countWords(incident.killed)),
    of("injured", countWords(incident.injured)),
    ...incident.participations.map((part): Said => {
      const { before, after } = participationWords(part);
      return {
        key: participationAnchor(part),
        field: "participant",
        label: claimFieldLabels.participant,
        words: `${before} ${part.actor.name}${after}`,
      };
    }),
    ...incident.campaigns.map(
      ({ slug, name }): Said => ({
        key: `campaign ${slug}`,
        field: null,
        label: "Campaign",
        words: name,
      }),
    ),
  ];
}

const whenOf = ({ occurred, timeZone }: IncidentView): string =>
  `${describeOccurred(occurred, timeZone)}, ${describeZone(timeZone)} (${occurred})`;

function placeOf({ place }: IncidentView): string {
  if (!place) return "not known";
  const position = `${place.latitude.toFixed(3)}, ${place.longitude.toFixed(3)}`;
  return `${place.name}, ${placePrecisionLabels[place.precision]} (${position})`;
}

/** The fields in which two states of an incident differ, participants and campaigns one by one. */
export function differingFields(before: IncidentRecord, after: IncidentRecord): FieldDifference[] {
  const old = new Map(saidBy(before.incident).map((one) => [one.key, one]));
  const now = new Map(saidBy(after.incident).map((one) => [one.key, one]));
  return [...new Map([...old, ...now]).values()].flatMap(({ key, field, label }) => {
    const difference = { field, label, before: old.get(key)?.words ?? "", after: now.get(key)?.words ?? "" };
    return difference.before === difference.after ? [] : [difference];
  });
}

export type ClaimDifference = {
  kind: "added" | "removed" | "changed";
  claim: ClaimView;
  label: string;
  /** What it says, and how it stands where that is not accepted; "" on the side where it is not there. */
  before: string;
  after: string;
};

/** The claims that two states of an incident do not share, or that say or stand differently. */
export function differingClaims(before: IncidentRecord, after: IncidentRecord): ClaimDifference[] {
  const keyOf = ({ field, article, quote, id }: ClaimView, others: readonly ClaimView[]) =>
    others.some((other) => other.id === id)
      ? id
      : `${field} ${article.articleId} ${quote.start}-${quote.end}`;
  const old = new Map(before.claims.map((claim) => [keyOf(claim, after.claims), claim]));
  const now = new Map(after.claims.map((claim) => [keyOf(claim, before.claims), claim]));
  const words = (claim: ClaimView | undefined, { incident }: IncidentRecord) =>
    claim ? standingWords(claim, incident.timeZone) : "";
  return [...new Map([...old, ...now])].flatMap(([key, claim]): ClaimDifference[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const difference = { before: words(was, before), after: words(is, after) };
    if (was && is && difference.before === difference.after) return [];
    const kind = was && is ? "changed" : is ? "added" : "removed";
    return [{ kind, claim, label: claimFieldLabels[claim.field], ...difference }];
  });
}

function standingWords(claim: ClaimView, timeZone: string): string {
  const isWording = claim.field === "title" || claim.field === "summary";
  return [
    isWording ? "backs the wording" : claimValueWords(claim, timeZone),
    claim.standing === "accepted" ? "" : standingLabels[claim.standing].toLowerCase(),
    claim.assertedBy ? `said by ${claim.assertedBy}` : "",
    claim.reason ?? "",
  ]
    .filter(Boolean)
    .join(", ");
}
