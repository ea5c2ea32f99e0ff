import type { EventType } from "@/lib/taxonomy/event-types";
import {
  type Cluster,
  clusterTime,
  isPlacedApart,
  isTimedApart,
  leadingType,
  opensScene,
  placeFit,
  timeFit,
  typeFit,
  victimsDiffer,
  witnesses,
} from "./cluster-fit";
import type { Mention } from "./mentions";
import { placeLevel } from "./place-choice";
import { timeBefore } from "./relative-time";
import { timeAfter } from "./sequel-time";
import { daysBetween } from "./when";

/** How many incidents back a mention may still belong to; the first is always among them. */
const REACH = 60;

/** Days from the main event beyond which a dated mention is no part of an incident without a date. */
const FAR_DAYS = 45;

/** "Captured the West Bank in 1967" is no more of an undated clash there: undated means about when the news is. */
function isLongAgo(mention: Mention, cluster: Cluster, main: Cluster | undefined): boolean {
  const news = main && clusterTime(main)?.when;
  if (!news || !mention.time || cluster === main || clusterTime(cluster)) return false;
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

/** From so many dead on, an equal count is no chance. */
const MANY = 10;

/** "A round of fresh fighting that left 100 dead", where clashes that killed 100 were told of: no other ones. */
const countsTheSame = (mention: Mention, cluster: Cluster): boolean =>
  mention.casualties.some(
    ({ field, count }) =>
      field === "killed" &&
      count.min >= MANY &&
      witnesses(cluster).some((other) =>
        other.casualties.some((theirs) => theirs.field === field && theirs.count.min === count.min),
      ),
  ) && !isPlacedApart(mention, cluster);

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
    (mention.isDefinite && isLast ? 0.5 : 0) +
    (last?.sentence.isHeadline && mention.cues.some((cue) => cue.sense.role !== "evidence") ? 2 : 0)
  );
}

/** "Killed four villagers": a count of victims with the verb for it. */
const isCounted = (mention: Mention): boolean =>
  mention.casualties.some((casualty) => casualty.field === "killed" && casualty.count.min > 0);

/** "A container ship was also hit off Oman": one more, where it is said to be. */
const isAlso = ({ sentence, place, cues, isDefinite }: Mention): boolean =>
  place !== null &&
  !isDefinite &&
  cues.some(
    ({ first, sense }) =>
      sense.role === "event" &&
      sense.pos !== "noun" &&
      sentence.tokens.slice(Math.max(0, first - 2), first).some((token) => token.lower === "also"),
  );

/** "The force also found grenades": part of what it came for, unless it is said where else. */
const isFind = ({ cues }: Mention): boolean =>
  cues.every(
    ({ words, sense }) =>
      sense.role === "evidence" ||
      (sense.type === "disrupted-weapons-use" && /^(?:f[io]u?nd|discover|recover|unearth|seiz)/.test(words)),
  );

/** "They were shot on their way home": tells more of those just spoken of. */
const goesOn = ({ sentence, connector }: Mention): boolean =>
  connector === null &&
  /^(?:they|he|she|both|all)$/.test(sentence.tokens[0]?.lower ?? "") &&
  !/^(?:of|the|sides)$/.test(sentence.tokens[1]?.lower ?? "");

const hasEventCue = ({ cues }: Mention): boolean => cues.some((cue) => cue.sense.role === "event");

/** "It killed Robert Smith". */
const hasNamedVictim = (mention: Mention): boolean =>
  mention.casualties.some((casualty) => casualty.who !== null && !/^(?:a|the|his|her) /.test(casualty.who));

/** A verb that names one kind of event: "kidnapped", "hijacked", "opened fire". */
const isActed = ({ cues }: Mention): boolean =>
  cues.some(
    ({ sense }) =>
      sense.role === "event" && sense.pos !== "noun" && sense.type !== null && sense.strength >= 2,
  ) ||
  // "Was hit by a projectile", "launched strikes", "signed a ceasefire".
  (cues.some(({ sense }) => sense.role === "weak" && sense.pos !== "noun") &&
    cues.some(({ sense }) => sense.role === "evidence" && sense.strength >= 3)) ||
  cues.some(
    ({ sense }) => sense.role === "event" && sense.type === "air-drone-strike" && sense.strength >= 3,
  ) ||
  cues.some(({ sense }) => sense.type === "agreement" && sense.role !== "evidence");

/** What a mention must bring to be an incident of its own. */
function standsAlone(mention: Mention, clusters: readonly Cluster[]): boolean {
  if (mention.isReference)
    return (
      mention.time !== null &&
      !mention.time.isWeak &&
      mention.cues.some(
        (cue) => cue.sense.plural !== true && cue.sense.pos === "noun" && cue.sense.role !== "evidence",
      )
    );
  if (clusters.length === 0)
    return (
      mention.strength >= 1 ||
      mention.casualties.length > 0 ||
      mention.cues.some((cue) => cue.sense.role === "event")
    );
  const isTimed = mention.time !== null && (!mention.time.isWeak || mention.connector !== null);
  const isPlaced =
    mention.place !== null &&
    mention.place.place.isVouched !== false &&
    placeLevel(mention.place.place.kind) >= 2;
  const isPeopled = mention.roles.length > 0 || mention.casualties.some((casualty) => casualty.count.min > 0);
  if (mention.sentence.isHeadline) return true;
  if (goesOn(mention) && !isTimed && !mention.isAnother) return false;
  if (isTimed) return isPlaced || isPeopled || mention.place !== null || mention.strength >= 2;
  if (mention.isDefinite) return false;
  const named = mention.cues.filter((cue) => cue.sense.role === "event");
  const isTold = mention.cues.some((cue) => cue.sense.role !== "evidence");
  // "Attacks have spread": a plural without a number and without victims tells no incident.
  const isPlural = named.length > 0 && named.every((cue) => cue.sense.plural === true);
  const isAnswer = mention.connector?.isReply === true;
  if (isPlural && !isAnswer && !mention.casualties.some((casualty) => casualty.count.min > 0)) return false;
  if (isFind(mention) && !isPlaced) return false;
  if (mention.isAnother && isPlaced && named.length > 0 && !isFind(mention)) return true;
  if (isPlaced && isPeopled) return mention.strength >= 2 || (isTold && isCounted(mention));
  if (isActed(mention) && (isPeopled || mention.place !== null)) return true;
  // "Israel hit back with air strikes": an answer is an event beside what it answers.
  if (mention.connector?.link && (mention.strength >= 3 || mention.place !== null)) return true;
  if (hasNamedVictim(mention) && mention.roles.length > 0) return true;
  // "In El Gezira, 18 civilians were killed": the dead are counted for the place that the sentence opens with.
  if (isCounted(mention) && opensScene(mention)) return true;
  // "Five men held at Heysham": a place that no gazetteer has is one where a preposition says so.
  const use = mention.place;
  const isThere =
    use !== null &&
    (isPlaced || (use.isLocative && mention.strength >= 3)) &&
    placeLevel(use.place.kind) >= 3;
  return isThere && mention.strength >= 2 && mention.time === null;
}

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

/**
 * Puts mentions of one incident together. A mention joins the best incident before it with which kind, time
 * and place agree; "another" and a mention linked by "after" start a new one; what is too thin is dropped.
 */
export function clusterMentions(mentions: readonly Mention[]): {
  clusters: Cluster[];
  clusterOf: Map<Mention, number>;
} {
  const clusters: Cluster[] = [];
  const clusterOf = new Map<Mention, number>();
  // Digressions ("after the 2008 attack") do not take over: the next sentence goes on from the first event.
  let lastUsed = -1;
  let previous = -1;
  for (const told of mentions) {
    const mention = withSequelTime(told, clusters[previous]);
    const isElsewhere =
      mention.isAnother &&
      mention.place !== null &&
      placeLevel(mention.place.place.kind) >= 3 &&
      hasEventCue(mention);
    const isScene = !mention.isDefinite && opensScene(mention);
    const sibling = mention.connector && !mention.connector.isSoft ? previous : -1;
    const lead = leadingType([mention])?.type;
    let best = -1;
    let bestScore = 0;
    for (const [i, cluster] of clusters.entries()) {
      if (i > 0 && i < clusters.length - REACH) continue;
      if (i === sibling && !mention.isDefinite) continue;
      if (mention.sentence.isItem && !mention.isDefinite && isOtherItem(mention, cluster)) continue;
      if (isLaterThanEffect(mention, cluster, clusters[previous])) continue;
      if (isLongAgo(mention, cluster, clusters[0])) continue;
      let value = score(mention, cluster, { lead, isLast: i === lastUsed, isMain: i === 0 });
      if (value < 0) continue;
      if (victimsDiffer(mention, cluster) && !mention.isDefinite && value < 4) continue;
      const isOnlyHeadline = witnesses(cluster).every((other) => other.sentence.isHeadline);
      if (isOnlyHeadline && mention.connector?.link && !mention.isDefinite && previous !== i && previous >= 0)
        continue;
      if (
        isAlso(mention) &&
        cluster.mentions.every((other) => other.place?.place.name !== mention.place?.place.name)
      )
        value -= 99;
      if (isScene && isPlacedApart(mention, cluster)) value -= 99;
      if (isElsewhere && !isOnlyHeadline && cluster.mentions.at(-1)?.sentence !== mention.sentence)
        value -= 99;
      if (mention.isAnother && !(isOnlyHeadline && i > 0) && !countsTheSame(mention, cluster))
        value -=
          isTimedApart(mention, cluster) || isPlacedApart(mention, cluster)
            ? 99
            : hasEventCue(mention)
              ? 4
              : 2.5;
      if (mention.connector && !mention.isDefinite) value -= 1;
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
      clusters.push({ mentions: [mention] });
      previous = clusters.length - 1;
      clusterOf.set(told, previous);
    } else continue;
    if (mention.connector === null) lastUsed = previous;
  }
  return { clusters, clusterOf };
}
