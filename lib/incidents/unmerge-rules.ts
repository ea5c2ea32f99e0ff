import { participationKey, saysTheSame } from "./merge-rules";
import { type MergePart, mergeParts } from "./merge-schema";
import type { IncidentRecord, IncidentView } from "./schema";

/**
 * What the surviving incident says once a merge is undone: what still is as the merge left it goes back to
 * what it was before, what somebody changed since stays.
 * @param before the incident before the merge, after: right after it, now: as it is stored.
 */
export function unmergedIncident(before: IncidentView, after: IncidentView, now: IncidentView): IncidentView {
  const from = (part: MergePart) => (saysTheSame(now, after, part) ? before : now);
  const { occurred, timeZone, earliest, latest } = from("occurred");
  return {
    ...now,
    ...{ occurred, timeZone, earliest, latest },
    title: from("title").title,
    summary: from("summary").summary,
    eventType: from("eventType").eventType,
    outcome: from("outcome").outcome,
    place: from("place").place,
    killed: from("killed").killed,
    injured: from("injured").injured,
    participations: saysTheSame(now, after, "participations")
      ? before.participations
      : listBack(before.participations, after.participations, now.participations, participationKey),
    campaigns: saysTheSame(now, after, "campaigns")
      ? before.campaigns
      : listBack(before.campaigns, after.campaigns, now.campaigns, ({ slug }) => slug),
  };
}

/** Line by line: what the merge added goes, what it took or reworded comes back, later lines stay. */
function listBack<Line>(
  before: readonly Line[],
  after: readonly Line[],
  now: readonly Line[],
  keyOf: (line: Line) => string,
): Line[] {
  const byKey = (list: readonly Line[]) => new Map(list.map((line) => [keyOf(line), line]));
  const [was, merged, stored] = [byKey(before), byKey(after), byKey(now)];
  const kept = now.flatMap((line) => {
    const key = keyOf(line);
    const isUntouched = JSON.stringify(line) === JSON.stringify(merged.get(key));
    return isUntouched ? (was.get(key) ?? []) : line;
  });
  const taken = before.filter((line) => !merged.has(keyOf(line)) && !stored.has(keyOf(line)));
  return [...kept, ...taken];
}

const claimsEssence = ({ claims }: IncidentRecord): string =>
  JSON.stringify(
    claims.map(({ id, field, value, quote, article, assertedBy, credibility, standing, reason }) => [
      ...[id, field, value, quote.start, quote.end, article.articleId],
      ...[assertedBy, credibility, standing, reason],
    ]),
  );

/** The parts, links apart, in which an incident is not as it was before: what later changes left after an undone merge. */
export function keptParts(before: IncidentRecord, now: IncidentRecord): string[] {
  const fields = mergeParts.filter((part) => !saysTheSame(before.incident, now.incident, part));
  return claimsEssence(before) === claimsEssence(now) ? fields : [...fields, "claims"];
}
