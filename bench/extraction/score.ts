import type { Extraction, ProposedIncident } from "@/lib/extraction/proposal";
import type { GoldIncident, GoldReport } from "./gold";
import { isVerbatim, type Pair, pairUp, participantsFound, sameDays, samePlace } from "./match";

/** Of so many questions, so many answered rightly. */
export type Tally = { right: number; of: number };

const fields = [
  "date",
  "place",
  "eventType",
  "killed",
  "injured",
  "participants",
  "quotes",
  "linksFound",
  "linksRight",
] as const;
type Field = (typeof fields)[number];

/** What went wrong with one incident or link, for whoever improves the rules. */
type Miss = { article: string; what: Field | "missed" | "spurious"; key: string; detail: string };

export type Score = {
  reports: number;
  /** Core incidents found, and missed; proposals that stand for no labelled incident. */
  found: number;
  missed: number;
  spurious: number;
  byField: Record<Field, Tally>;
  misses: Miss[];
};

const emptyScore = (): Score => ({
  reports: 0,
  found: 0,
  missed: 0,
  spurious: 0,
  byField: {
    date: { right: 0, of: 0 },
    place: { right: 0, of: 0 },
    eventType: { right: 0, of: 0 },
    killed: { right: 0, of: 0 },
    injured: { right: 0, of: 0 },
    participants: { right: 0, of: 0 },
    quotes: { right: 0, of: 0 },
    linksFound: { right: 0, of: 0 },
    linksRight: { right: 0, of: 0 },
  },
  misses: [],
});

const ratio = (right: number, of: number): number | null => (of === 0 ? null : right / of);

/** Share of questions answered rightly; null when there were none. */
export const rateOf = ({ right, of }: Tally): number | null => ratio(right, of);

/** Precision, recall and their harmonic mean. Background counts for none of them. */
export const incidentRates = ({ found, missed, spurious }: Score) => ({
  precision: ratio(found, found + spurious),
  recall: ratio(found, found + missed),
  f1: ratio(2 * found, 2 * found + spurious + missed),
});

/** Adds up the scores of several reports. */
export function totalScore(scores: readonly Score[]): Score {
  const total = emptyScore();
  for (const score of scores) {
    total.reports += score.reports;
    total.found += score.found;
    total.missed += score.missed;
    total.spurious += score.spurious;
    total.misses.push(...score.misses);
    for (const field of fields) {
      total.byField[field].right += score.byField[field].right;
      total.byField[field].of += score.byField[field].of;
    }
  }
  return total;
}

/**
 * Scores the proposals for one report against its labels. Counts are compared by their lower bound, and only
 * where the labels have one; accuracy by field is over all pairs, core and background.
 */
export function scoreReport({ gold, text }: GoldReport, extraction: Extraction): Score {
  const score = { ...emptyScore(), reports: 1 };
  const article = gold.article.replace(/\.txt$/, "");
  const proposals = extraction.incidents;
  const pairs = pairUp(gold, proposals, text);
  const miss = (what: Miss["what"], key: string, detail: string) =>
    score.misses.push({ article, what, key, detail });

  for (const pair of pairs) {
    const [incident, proposal] = [gold.incidents[pair.gold], proposals[pair.proposal]];
    if (incident && proposal) scoreFields(score, incident, proposal, text, miss);
  }
  const pairedGold = new Set(pairs.map((pair) => pair.gold));
  for (const [index, incident] of gold.incidents.entries()) {
    if (!incident.core) continue;
    if (pairedGold.has(index)) score.found += 1;
    else {
      score.missed += 1;
      miss("missed", incident.key, `${incident.occurred} ${incident.title} ("${incident.cue}")`);
    }
  }
  const pairedProposals = new Set(pairs.map((pair) => pair.proposal));
  for (const [index, proposal] of proposals.entries()) {
    if (pairedProposals.has(index)) continue;
    score.spurious += 1;
    miss("spurious", String(index), `${proposal.occurred || "no time"} ${proposal.title}`);
  }
  scoreLinks(score, gold, extraction, pairs, miss);
  return score;
}

type Report = (what: Miss["what"], key: string, detail: string) => void;

function scoreFields(
  score: Score,
  gold: GoldIncident,
  proposal: ProposedIncident,
  text: string,
  miss: Report,
): void {
  const answer = (field: Field, isRight: boolean, wanted: string, got: string) => {
    score.byField[field].of += 1;
    if (isRight) score.byField[field].right += 1;
    else miss(field, gold.key, `wanted ${wanted}, got ${got || "nothing"}`);
  };
  const [days, place] = [sameDays(gold, proposal), samePlace(gold, proposal)];
  if (days !== null) answer("date", days, gold.occurred, proposal.occurred);
  if (place !== null) answer("place", place, gold.place?.names[0] ?? "coordinates", placeWords(proposal));
  answer(
    "eventType",
    gold.eventTypes.includes(proposal.eventType),
    gold.eventTypes.join(" or "),
    proposal.eventType,
  );
  for (const field of ["killed", "injured"] as const) {
    const [wanted, got] = [gold[field], proposal[field]];
    if (wanted) answer(field, wanted.min === got?.min, String(wanted.min), String(got?.min ?? ""));
  }
  if (proposal.quotes.length > 0) {
    answer(
      "quotes",
      proposal.quotes.every((quote) => isVerbatim(quote, text)),
      "verbatim quotes",
      "others",
    );
  }
  const named = participantsFound(gold, proposal);
  score.byField.participants.of += gold.participants.length;
  score.byField.participants.right += named;
  if (named < gold.participants.length) {
    const wanted = gold.participants.map(({ names, role }) => `${names[0]} (${role})`).join(", ");
    miss("participants", gold.key, `wanted ${wanted}, got ${peopleWords(proposal) || "nobody"}`);
  }
}

const placeWords = ({ place }: ProposedIncident): string =>
  place ? `${place.name} (${place.country ?? "?"})` : "";

const peopleWords = ({ participants }: ProposedIncident): string =>
  participants.map(({ name, role }) => `${name} (${role})`).join(", ");

/** A labelled link counts only if its background incidents were found; same-campaign has no direction. */
function scoreLinks(
  score: Score,
  { links, incidents }: GoldReport["gold"],
  extraction: Extraction,
  pairs: readonly Pair[],
  miss: Report,
): void {
  const keyOf = new Map(pairs.map((pair) => [pair.proposal, incidents[pair.gold]?.key]));
  const foundKeys = new Set(keyOf.values());
  const hits = new Set<object>();
  for (const { from, to, type } of extraction.links) {
    const [a, b] = [keyOf.get(from), keyOf.get(to)];
    const hit = links.find(
      (link) =>
        link.types.includes(type) &&
        ((link.from === a && link.to === b) ||
          (type === "same-campaign" && link.from === b && link.to === a)),
    );
    score.byField.linksRight.of += 1;
    if (hit) {
      score.byField.linksRight.right += 1;
      hits.add(hit);
    } else miss("linksRight", `${a ?? from} > ${b ?? to}`, `${type} is not stated`);
  }
  const isLost = (key: string) =>
    !foundKeys.has(key) && incidents.some((incident) => incident.key === key && !incident.core);
  for (const link of links) {
    if (!hits.has(link) && (isLost(link.from) || isLost(link.to))) continue;
    score.byField.linksFound.of += 1;
    if (hits.has(link)) score.byField.linksFound.right += 1;
    else miss("linksFound", `${link.from} > ${link.to}`, link.types.join(" or "));
  }
}
