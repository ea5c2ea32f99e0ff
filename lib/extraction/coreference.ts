import type { EventType } from "@/lib/taxonomy/event-types";
import { distance } from "./cluster-distance";
import {
  type Cluster,
  clusterTime,
  leadingType,
  placeFit,
  sharesShip,
  shipsDiffer,
  timeFit,
  typeFit,
  victimsDiffer,
  witnesses,
} from "./cluster-fit";
import { doersDiffer } from "./doers";
import type { Mention } from "./mentions";
import { placeLevel } from "./place-choice";
import { timeBefore } from "./relative-time";
import { timeAfter } from "./sequel-time";
import { goesOn, isAnswerTo, standsAlone } from "./stands-alone";
import { daysBetween } from "./when";

/** How many incidents back a mention may still belong to; the first is always among them. */
const REACH = 60;

/** Days from the main event beyond which a dated mention is no part of an incident without a date. */
const FAR_DAYS = 45;

/** "Captured the West Bank in 1967" is no more of an undated clash there: undated means about when the news is. */
function isLongAgo(
  mention: Mention,
  cluster: Cluster,
  main: Cluster | undefined,
  published: string | null,
): boolean {
  if (!mention.time || clusterTime(cluster)) return false;
  // "Jets have bombed the camps", then "raids on March 20": news without a day is of the day of the news.
  if (cluster === main)
    return (
      published !== null &&
      !mention.isDefinite &&
      !mention.time.isWeak &&
      cluster.mentions.some((other) => !other.sentence.isHeadline) &&
      daysBetween(mention.time.when.to, published) > FAR_DAYS
    );
  const news = main && clusterTime(main)?.when;
  if (!news) return false;
  if (cluster.mentions[0]?.isReference) return false;
  const days = Math.abs(daysBetween(mention.time.when.to, news.from));
  const isBeside = cluster.mentions.at(-1)?.sentence.paragraph === mention.sentence.paragraph;
  // "Last Friday two more were killed", a paragraph on: not what the paragraph before told of.
  const isOtherDay = days > 1 && !mention.time.isWeak && !mention.isDefinite && !isBeside;
  return days > FAR_DAYS || isOtherDay;
}

/** A headline and the lead may choose other words for the kind, but they count the same dead. */
const isHeadlineToll = (mention: Mention, cluster: Cluster): boolean =>
  witnesses(cluster).every((other) => other.sentence.isHeadline) &&
  mention.casualties.some(
    ({ field, count }) =>
      count.min > 0 &&
      cluster.mentions.some((other) =>
        other.casualties.some((theirs) => theirs.field === field && theirs.count.min === count.min),
      ),
  );

const headWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1).toLowerCase();

const victimsOf = ({ roles }: Mention): string[] =>
  roles.filter(({ role }) => role === "target").map(({ name }) => headWord(name));

/** "... after soldiers killed in attack", then "several soldiers have been killed": the one with the same victims. */
const hitsTheSame = (mention: Mention, { mentions }: Cluster): boolean => {
  const victims = victimsOf(mention);
  return (
    victims.length > 0 &&
    mentions.some(
      (other) => other.sentence.isHeadline && victimsOf(other).some((name) => victims.includes(name)),
    )
  );
};

type Standing = { lead: EventType | undefined; isLast: boolean; isMain: boolean };

function score(mention: Mention, cluster: Cluster, { lead, isLast, isMain }: Standing): number {
  const fits = [typeFit(mention, lead, cluster), timeFit(mention, cluster), placeFit(mention, cluster)];
  if (fits[0] === -1 && isHeadlineToll(mention, cluster)) fits[0] = 0.3;
  if (fits.some((fit) => fit === -1)) return -1;
  const last = cluster.mentions.at(-1);
  const isBeside = last?.sentence.paragraph === mention.sentence.paragraph || isLast;
  const isReturn = isMain && mention.isDefinite && !isBeside;
  return (
    fits.reduce((sum, fit) => sum + fit, 0) +
    (fits[0] ?? 0) * 0.5 +
    (isBeside ? 1 : 0) +
    (isMain ? 0.6 : 0) +
    (isLast && goesOn(mention) ? 1 : 0) +
    (isReturn ? 0.5 : 0) +
    (hitsTheSame(mention, cluster) ? 1 : 0) +
    (sharesShip(mention, cluster) ? 2 : 0) +
    (mention.isDefinite && isLast ? 0.5 : 0) +
    (last?.sentence.isHeadline && mention.cues.some((cue) => cue.sense.role !== "evidence") ? 2 : 0)
  );
}

/** What the mention before it in its sentence is said to answer. */
const isAnswered = ({ connector, sentence }: Mention, before: Mention | null): boolean =>
  /^re/.test(connector?.link ?? "") && before?.sentence === sentence;

/** Items of a list, numbered or bulleted, tell an event each. */
const isOtherItem = (mention: Mention, cluster: Cluster): boolean =>
  witnesses(cluster).some((other) => !other.sentence.isHeadline) &&
  witnesses(cluster).every((other) => other.sentence.paragraph !== mention.sentence.paragraph);

/** "Hours after the bombing in Ankara, jets ...": the time that the incident beside it gives it. */
function withSequelTime(mention: Mention, beside: Cluster | undefined): Mention {
  const { connector } = mention;
  if (!connector || mention.time || !beside || (connector.measure === null && !connector.isReply))
    return mention;
  const known = clusterTime(beside);
  if (!known) return mention;
  const from = {
    when: known.when,
    span: { start: connector.start, end: connector.end },
    isWeak: known.isWeak,
  };
  if (connector.isReply && connector.measure === null) return { ...mention, time: { ...from, isWeak: true } };
  const time = connector.isReversed ? timeAfter(from, connector) : timeBefore(from, connector);
  return time ? { ...mention, time } : mention;
}

/** "In retaliation for the deaths": what is answered is no incident that came after the answer. */
function isLaterThanEffect(mention: Mention, cluster: Cluster, effect: Cluster | undefined): boolean {
  if (!mention.connector?.link || mention.connector.isReversed || mention.time || !effect) return false;
  const [cause, answer] = [clusterTime(cluster), clusterTime(effect)];
  return cause !== null && answer !== null && cause.when.from > answer.when.to;
}

/** "Followed a similar strike a day earlier": of the kind of the one before. */
function withKindOf(mention: Mention, before: Cluster | undefined): Mention {
  const { cues, sentence, types, hints } = mention;
  const noun = cues.find(({ sense }) => sense.pos === "noun" && sense.role !== "evidence");
  const isSimilar =
    noun !== undefined &&
    types.size === 0 &&
    hints.size === 0 &&
    sentence.tokens.slice(Math.max(0, noun.first - 3), noun.first).some(({ lower }) => lower === "similar");
  const kind = isSimilar && before ? leadingType(before.mentions)?.type : undefined;
  return kind ? { ...mention, hints: new Map([[kind, 2]]) } : mention;
}

/**
 * Puts mentions of one incident together. A mention joins the best incident before it with which kind, time
 * and place agree; "another" and a mention linked by "after" start a new one; what is too thin is dropped.
 */
export function clusterMentions(
  mentions: readonly Mention[],
  published: string | null = null,
): {
  clusters: Cluster[];
  clusterOf: Map<Mention, number>;
} {
  const clusters: Cluster[] = [];
  const clusterOf = new Map<Mention, number>();
  // Digressions ("after the 2008 attack") do not take over: the next sentence goes on from the first event.
  let lastUsed = -1;
  let previous = -1;
  let before: Mention | null = null;
  for (const told of mentions) {
    const mention = withSequelTime(told, clusters[previous]);
    const sibling = mention.connector && !mention.connector.isSoft ? previous : -1;
    const lead = leadingType([mention])?.type;
    let best = -1;
    let bestScore = 0;
    for (const [i, cluster] of clusters.entries()) {
      if (i > 0 && i < clusters.length - REACH) continue;
      // "In response to the attack": an answer is no part of what it answers.
      if (i === sibling && (!mention.isDefinite || isAnswered(mention, before))) continue;
      if (mention.sentence.isItem && !mention.isDefinite && isOtherItem(mention, cluster)) continue;
      if (shipsDiffer(mention, cluster) || doersDiffer(mention, cluster)) continue;
      if (isLaterThanEffect(mention, cluster, clusters[previous])) continue;
      if (isLongAgo(mention, cluster, clusters[0], published)) continue;
      let value = score(mention, cluster, { lead, isLast: i === lastUsed, isMain: i === 0 });
      if (value < 0) continue;
      if (victimsDiffer(mention, cluster) && !mention.isDefinite && value < 4) continue;
      const isOnlyHeadline = witnesses(cluster).every((other) => other.sentence.isHeadline);
      const isCause = mention.connector?.link && !isAnswerTo(mention);
      if (isOnlyHeadline && isCause && !mention.isDefinite && previous !== i && previous >= 0) continue;
      value -= distance(mention, cluster, { isOnlyHeadline, isMain: i === 0 });
      if (value > bestScore) [best, bestScore] = [i, value];
    }
    const isTimedAlone =
      mention.time !== null &&
      !mention.time.isWeak &&
      mention.place !== null &&
      mention.place.place.isVouched !== false &&
      placeLevel(mention.place.place.kind) >= 2;
    const needed = mention.isDefinite || mention.strength < 1 ? 0.5 : isTimedAlone ? 2.5 : 1;
    if (best >= 0 && bestScore >= needed) {
      clusters[best]?.mentions.push(mention);
      clusterOf.set(told, best);
      previous = best;
    } else if (standsAlone(mention, clusters)) {
      clusters.push({ mentions: [withKindOf(mention, clusters[mention.connector ? previous : 0])] });
      previous = clusters.length - 1;
      clusterOf.set(told, previous);
    } else continue;
    before = mention;
    if (mention.connector === null) lastUsed = previous;
  }
  return { clusters, clusterOf };
}
