import {
  type Cluster,
  clusterTime,
  isPlacedApart,
  isTimedApart,
  leadingType,
  opensScene,
  witnesses,
} from "./cluster-fit";
import type { Mention } from "./mentions";
import { placeLevel } from "./place-choice";
import { hasEventCue } from "./stands-alone";

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

/** "Elsewhere, ...", "Separately, ...", "In other violence, ...": the sentence itself parts what it tells from the rest. */
function opensApart({ sentence, isAnother, connector }: Mention): boolean {
  if (!isAnother || connector !== null) return false;
  const [first, second, third, fourth] = sentence.tokens.map((token) => token.lower);
  if (/^(?:elsewhere|separately)$/.test(first ?? "")) return true;
  const isOne = second === "a" || second === "an";
  const noun = isOne ? fourth : third;
  return (
    first === "in" &&
    /^(?:a|an|another|other|separate|unrelated)$/.test(second ?? "") &&
    (!isOne || /^(?:separate|different|unrelated)$/.test(third ?? "")) &&
    /^(?:attacks?|incidents?|violence|clash(?:es)?|bombings?|operations?|raids?|strikes?|developments?)$/.test(
      noun ?? "",
    )
  );
}

/** More than any score: another incident. */
const APART = 99;

/** What speaks against a mention's being one with an incident that fits it: "another", "also", "elsewhere". */
export function distance(
  mention: Mention,
  cluster: Cluster,
  { isOnlyHeadline, isMain }: { isOnlyHeadline: boolean; isMain: boolean },
): number {
  const isOther = isAlso(mention) && !namesPlaceOf(mention, cluster);
  if (isOther || (!isOnlyHeadline && opensApart(mention))) return APART;
  if (!isOnlyHeadline && isOfAnotherKind(mention, cluster)) return APART;
  const isApart = isPlacedApart(mention, cluster);
  if (isApart && !mention.isDefinite && opensScene(mention)) return APART;
  const linked = mention.connector && !mention.isDefinite ? 1 : 0;
  if (isToldNow(mention, cluster)) return linked;
  const isElsewhere =
    mention.isAnother &&
    mention.place !== null &&
    placeLevel(mention.place.place.kind) >= 3 &&
    hasEventCue(mention);
  if (isElsewhere && !isOnlyHeadline && cluster.mentions.at(-1)?.sentence !== mention.sentence) return APART;
  if (!mention.isAnother || (isOnlyHeadline && !isMain) || countsTheSame(mention, cluster)) return linked;
  if (isApart || isTimedApart(mention, cluster)) return APART;
  return linked + (hasEventCue(mention) ? 4 : 2.5);
}

/** "In retaliation for a suicide attack in the capital. Earlier in the day a bomber ...": what was answered. */
const isToldNow = (mention: Mention, cluster: Cluster): boolean =>
  clusterTime(cluster) === null &&
  mention.place !== null &&
  cluster.mentions.every(({ connector }) => connector?.link && !connector.isReversed) &&
  namesPlaceOf(mention, cluster) &&
  leadingType([mention])?.type === leadingType(cluster.mentions)?.type;

/** "A land mine explosion killed two other soldiers", "A clash earlier this week left ...": neither is what was told before. */
function isOfAnotherKind(mention: Mention, cluster: Cluster): boolean {
  const { cues, sentence, casualties, isDefinite } = mention;
  const noun = cues.find(
    ({ sense }) => sense.pos === "noun" && sense.role === "event" && sense.type !== null,
  );
  if (!noun || isDefinite || cluster.mentions.at(-1)?.sentence.paragraph === sentence.paragraph) return false;
  const lead = sentence.tokens.slice(Math.max(0, noun.first - 3), noun.first).map(({ lower }) => lower);
  const isNew = lead.includes("a") || lead.includes("an");
  const isOther = casualties.length > 0 && casualties.every((casualty) => casualty.isOther);
  const opens = noun.first <= 4 && mention.time?.isWeak === false;
  const [mine, theirs] = [leadingType([mention])?.type, leadingType(cluster.mentions)?.type];
  return isNew && (isOther || opens) && mine !== undefined && theirs !== undefined && mine !== theirs;
}

const namesPlaceOf = ({ place }: Mention, { mentions }: Cluster): boolean =>
  mentions.some((other) => other.place?.place.name === place?.place.name);
