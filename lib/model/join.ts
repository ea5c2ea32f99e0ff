import type { CountRange, ProposedIncident, ProposedQuote } from "@/lib/extraction/proposal";
import { summaryOf, titleOf } from "@/lib/extraction/wording";
import { comparableOf, likenessOf } from "@/lib/incidents/likeness";
import type { ClaimField } from "@/lib/taxonomy/terms";
import { nounIn, weaponIn } from "./weapon-words";
import { whenOfEdtf } from "./when-of-edtf";

/** Two proposals with the same words may be two incidents of one sentence; this likeness parts them. */
const LEAST_WITH_SAME_WORDS = 0.5;
const LEAST_WITH_OTHER_WORDS = 0.8;

const mainQuotes = ({ quotes }: ProposedIncident): ProposedQuote[] =>
  quotes.filter(({ field }) => field === "eventType");

const sharesWords = (a: ProposedIncident, b: ProposedIncident): boolean =>
  mainQuotes(a).some((one) => mainQuotes(b).some((other) => one.start < other.end && other.start < one.end));

const contradict = (a: CountRange | null, b: CountRange | null): boolean =>
  a !== null &&
  b !== null &&
  (a.min > (b.max ?? Number.POSITIVE_INFINITY) || b.min > (a.max ?? Number.POSITIVE_INFINITY));

/** How surely two proposals of one article are one incident, 0 to 1; null when they are taken for two. */
function sameness(a: ProposedIncident, b: ProposedIncident): number | null {
  const isShared = sharesWords(a, b);
  const [one, other] = [comparableOf(a), comparableOf(b)];
  if (!one || !other) return isShared ? LEAST_WITH_SAME_WORDS : null;
  const score = likenessOf(one, other)?.score ?? 0;
  if (isShared) return score >= LEAST_WITH_SAME_WORDS ? score : null;
  const isOther = contradict(a.killed, b.killed) || contradict(a.injured, b.injured);
  return score >= LEAST_WITH_OTHER_WORDS && !isOther ? score : null;
}

const fillable = ["occurred", "place", "killed", "injured", "participants"] as const;
type Fillable = (typeof fillable)[number];

function isEmpty(incident: ProposedIncident, field: Fillable): boolean {
  const value = incident[field];
  return typeof value === "string" || Array.isArray(value) ? value.length === 0 : value === null;
}

const claimFieldOf = (field: Fillable): ClaimField => (field === "participants" ? "participant" : field);

/** A proposal with its empty fields as the model filled them, and worded again where it was. */
function fill(incident: ProposedIncident, model: ProposedIncident): ProposedIncident {
  const fields = fillable.filter((field) => isEmpty(incident, field) && !isEmpty(model, field));
  if (fields.length === 0) return incident;
  const filled: ProposedIncident = {
    ...incident,
    ...Object.fromEntries(fields.map((field) => [field, model[field]])),
    ...(fields.includes("place") && model.place?.slug ? { timeZone: model.timeZone } : {}),
  };
  const claims = fields.map(claimFieldOf);
  const before = incident.fromModel ?? [];
  return {
    ...filled,
    ...wordingOf(filled),
    quotes: [...incident.quotes, ...model.quotes.filter(({ field }) => claims.includes(field))],
    fromModel: before === "all" ? before : [...before, ...claims],
  };
}

function wordingOf(incident: ProposedIncident): Pick<ProposedIncident, "title" | "summary"> {
  const words = mainQuotes(incident)[0]?.exact ?? "";
  const fields = {
    ...incident,
    when: whenOfEdtf(incident.occurred),
    weapon: weaponIn(words),
    noun: nounIn(words),
  };
  return { title: titleOf(fields), summary: summaryOf(fields) };
}

/**
 * The proposals of the rules with those of a language model: an incident that both found stays as the rules
 * propose it, the model's values fill only what it leaves empty; what the model alone found comes after.
 * The order of the rules' proposals does not change, so that links between them still hold.
 */
export function joinProposals(
  rules: readonly ProposedIncident[],
  model: readonly ProposedIncident[],
): ProposedIncident[] {
  const joined = [...rules];
  for (const incident of model) {
    let best: { index: number; score: number } | null = null;
    for (const [index, known] of joined.entries()) {
      const score = sameness(known, incident);
      if (score !== null && (best === null || score > best.score)) best = { index, score };
    }
    const known = best && joined[best.index];
    if (best && known) joined[best.index] = fill(known, incident);
    else joined.push(incident);
  }
  return joined;
}
