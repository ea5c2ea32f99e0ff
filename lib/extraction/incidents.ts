import type { ClaimField } from "@/lib/taxonomy/terms";
import type { CasualtyField } from "./casualty";
import { type Cluster, clusterTime } from "./cluster-fit";
import { eventTypeOf, outcomeOf } from "./event-kind";
import { participantsOf } from "./incident-participants";
import { type ArticleFacts, guessOf, placeOf, proposedPlace, zoneAt } from "./incident-place";
import { loneHours } from "./mention-time";
import type { Mention } from "./mentions";
import type { RoleUse } from "./participants";
import type { ProposedIncident, ProposedQuote } from "./proposal";
import type { Span } from "./text";
import { withHours } from "./time";
import { type Toll, tollOf } from "./tolls";
import { daysBetween, inZone, onDay, sharpen, toEdtf, type When } from "./when";
import { summaryOf, titleOf } from "./wording";

/** The sentence around a span as a quote; offsets are into the input text. */
export function quoteOf(text: string, field: ClaimField, span: Span): ProposedQuote {
  return { field, exact: text.slice(span.start, span.end), start: span.start, end: span.end };
}

function timeOf(
  cluster: Cluster,
  isMain: boolean,
  fallback: When | null,
  facts: ArticleFacts,
): { when: When | null; mention: Mention | null } {
  const stated = clusterTime(cluster);
  if (!stated) {
    if (fallback) return { when: { ...fallback, part: null, clock: null, approximate: true }, mention: null };
    return {
      when: isMain && facts.publishedOn ? { ...onDay(facts.publishedOn), approximate: true } : null,
      mention: null,
    };
  }
  let { when } = stated;
  for (const mention of cluster.mentions) {
    if (mention.time && !mention.time.isWeak && mention.time.when.from === when.from)
      when = sharpen(when, mention.time.when);
  }
  for (const mention of cluster.mentions) {
    const hours =
      when.unit === "day" && !when.clock && !mention.isReference && mention.connector === null
        ? loneHours(mention.sentence)
        : null;
    const isNew = hours !== null && (when.part === null || hours.clock !== null);
    if (hours && isNew && (!mention.time || mention.time.when.from === when.from))
      when = withHours(when, hours);
  }
  return { when, mention: stated.mention };
}

type QuotePart = [field: ClaimField, part: Mention | Span | null, participant?: number];

function quotesOf(text: string, parts: readonly QuotePart[]): ProposedQuote[] {
  const quotes: ProposedQuote[] = [];
  for (const [field, part, participant] of parts) {
    if (!part) continue;
    const span = "sentence" in part ? part.sentence : part;
    const same = quotes.find((quote) => quote.field === field && quote.start === span.start);
    const quote = same ?? quoteOf(text, field, span);
    if (participant !== undefined) quote.participants = [...(quote.participants ?? []), participant];
    if (!same) quotes.push(quote);
  }
  return quotes;
}

/** The sentences of figures that gave way. */
function otherTolls(
  text: string,
  field: CasualtyField,
  toll: Toll | null,
  mentions: readonly Mention[],
): ProposedQuote[] {
  return (toll?.others ?? []).flatMap(({ count, at }) => {
    const sentence = mentionAt(mentions, at)?.sentence;
    return sentence ? [{ ...quoteOf(text, field, sentence), value: count }] : [];
  });
}

const tell = (mentions: readonly Mention[]): Mention | undefined =>
  mentions.find(
    (mention) => !mention.sentence.isHeadline && !mention.isReference && mention.cues.length > 0,
  ) ?? mentions[0];

/** Between 0.05 and 0.95: more for a stated time and place, a clear event word and several mentions. */
function confidenceOf(mentions: readonly Mention[], hasTime: boolean, hasPlace: boolean): number {
  const value =
    0.3 +
    (hasTime ? 0.2 : 0) +
    (hasPlace ? 0.15 : 0) +
    Math.min(0.15, mentions.length * 0.05) +
    ((tell(mentions)?.strength ?? 0) >= 3 ? 0.15 : 0.05) -
    (mentions.every((mention) => mention.isReference) ? 0.1 : 0);
  return Number(Math.max(0.05, Math.min(0.95, value)).toFixed(2));
}

/** "assassination", "shooting": the text's own word for an attack. */
const attackNoun = (mentions: readonly Mention[]): string | null => {
  const cues = mentions.flatMap((mention) => mention.cues);
  return cues.find((cue) => cue.sense.pos === "noun" && cue.sense.type === "attack")?.words ?? null;
};

const mentionAt = (mentions: readonly Mention[], start = -1): Mention | null =>
  mentions.find((mention) => mention.start <= start && start < mention.end + 1) ?? null;

/** Days before publication from which an incident is background, unless the article is about it. */
const BACKGROUND_DAYS = 180;

/** Blame is told in sentences that need not speak of the event: then the name itself is the quote. */
function nameSpan(role: RoleUse, mentions: readonly Mention[]): Span | null {
  const isInside = ({ sentence }: Mention) => sentence.start <= role.start && role.start < sentence.end;
  return mentions.some(isInside) ? null : { start: role.start, end: role.end };
}

const isBackground = (when: When | null, publishedOn: string | null): boolean =>
  when === null || (publishedOn !== null && daysBetween(when.to, publishedOn) > BACKGROUND_DAYS);

/** Turns the mentions of one incident into a proposal with a quote behind each value. */
export function composeIncident(
  cluster: Cluster,
  index: number,
  fallback: When | null,
  blames: readonly RoleUse[],
  facts: ArticleFacts,
): ProposedIncident & { when: When | null } {
  const { mentions } = cluster;
  const isMain = index === 0;
  const time = timeOf(cluster, isMain, fallback, facts);
  const place = placeOf(cluster);
  const killed = tollOf(mentions, "killed");
  const injured = tollOf(mentions, "injured");
  const { participants, uses } = participantsOf(mentions, blames);
  const eventType = eventTypeOf(mentions, uses, killed?.count ?? null);
  const outcome = outcomeOf(mentions, eventType, killed?.count ?? null);
  const use = place?.use ?? null;
  const guess = guessOf(mentions, use, isMain, facts);
  const located = guess ? proposedPlace(guess) : use ? proposedPlace(use) : null;
  const lead = tell(mentions);
  const zone = (guess ?? use)?.place.timeZone ?? zoneAt(located) ?? facts.timeZone;
  const when = time.when && inZone(time.when, zone);
  const fields = {
    eventType,
    outcome,
    participants,
    place: located,
    when,
    killed: killed?.count ?? null,
    injured: injured?.count ?? null,
    weapon: mentions.find((mention) => mention.weapon)?.weapon ?? null,
    noun: attackNoun(mentions),
  };
  const quotes = quotesOf(facts.text, [
    ["eventType", lead ?? null],
    ["occurred", time.mention],
    ["place", place?.mention ?? null],
    [
      "outcome",
      outcome === "completed" ? null : (mentions.find((mention) => mention.outcome === outcome) ?? null),
    ],
    ["killed", killed && mentionAt(mentions, killed.casualties[0]?.start)],
    ["injured", injured && mentionAt(mentions, injured.casualties[0]?.start)],
    ...uses.map(
      (role, index): QuotePart => [
        "participant",
        mentionAt(mentions, role.start) ?? nameSpan(role, mentions),
        index,
      ],
    ),
  ]);
  return {
    title: titleOf(fields),
    summary: summaryOf(fields),
    occurred: when ? toEdtf(when) : "",
    timeZone: zone,
    place: located,
    eventType,
    outcome,
    killed: fields.killed,
    injured: fields.injured,
    participants,
    quotes: [
      ...quotes,
      ...otherTolls(facts.text, "killed", killed, mentions),
      ...otherTolls(facts.text, "injured", injured, mentions),
    ],
    background: !isMain && isBackground(when, facts.publishedOn),
    confidence: confidenceOf(mentions, time.mention !== null, place !== null),
    when,
  };
}
