import { type Cluster, opensScene } from "./cluster-fit";
import type { AnalysedSentence, Mention } from "./mentions";
import { placeLevel } from "./place-choice";
import { spanDays } from "./when";

/** "Killed four villagers": a count of victims with the verb for it. */
const isCounted = (mention: Mention): boolean =>
  mention.casualties.some((casualty) => casualty.field === "killed" && casualty.count.min > 0);

/** "The force also found grenades": part of what it came for, unless it is said where else. */
const isFind = ({ cues }: Mention): boolean =>
  cues.every(
    ({ words, sense }) =>
      sense.role === "evidence" ||
      (sense.type === "disrupted-weapons-use" && /^(?:f[io]u?nd|discover|recover|unearth|seiz)/.test(words)),
  );

/** "One of the attackers was shot dead". */
const isOneOfThem = ({ tokens }: AnalysedSentence): boolean =>
  /^(?:one|two|three|four|both|some|several|most|all)$/.test(tokens[0]?.lower ?? "") &&
  tokens[1]?.lower === "of" &&
  tokens[2]?.lower === "the" &&
  /^(?:attackers?|assailants?|gunmen|militants|bombers?|victims|dead|wounded|injured|hostages|captives|suspects|hijackers|rebels|soldiers)$/.test(
    tokens[3]?.lower ?? "",
  );

/** "They were shot on their way home": tells more of those just spoken of. */
export const goesOn = ({ sentence, connector }: Mention): boolean =>
  connector === null &&
  ((/^(?:they|he|she|both|all)$/.test(sentence.tokens[0]?.lower ?? "") &&
    !/^(?:of|the|sides|also)$/.test(sentence.tokens[1]?.lower ?? "")) ||
    isOneOfThem(sentence));

export const hasEventCue = ({ cues }: Mention): boolean => cues.some((cue) => cue.sense.role === "event");

/** "It killed Robert Smith". */
const hasNamedVictim = (mention: Mention): boolean =>
  mention.casualties.some((casualty) => casualty.who !== null && !/^(?:a|the|his|her) /.test(casualty.who));

/** "Hit back with", "prompting jets to respond with": the event that answers another. */
export const isAnswerTo = ({ connector }: Mention): boolean =>
  connector?.isReply === true || (connector?.isReversed === true && /^re/.test(connector.link ?? ""));

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

/** Days from which a stretch of time is more than an event's. */
const LONG_DAYS = 45;

/** "Have fired 40 missiles in recent months": a sum over a time, unless it counts dead. */
const isSumOfMonths = ({ time, casualties, sentence: { tokens }, cues }: Mention): boolean =>
  time !== null &&
  spanDays(time.when) > LONG_DAYS &&
  casualties.every(({ count }) => count.min === 0) &&
  !cues.some(({ words }) => /^(?:kill|die|dead|murder)/.test(words)) &&
  cues.some(({ first }) =>
    tokens.slice(Math.max(0, first - 6), first + 7).some(({ lower }) => /^(?:has|have)$/.test(lower)),
  );

/** What a mention must bring to be an incident of its own. */
export function standsAlone(mention: Mention, clusters: readonly Cluster[]): boolean {
  if (mention.isReference)
    return (
      mention.time !== null &&
      !mention.time.isWeak &&
      mention.cues.some(
        (cue) => cue.sense.plural !== true && cue.sense.pos === "noun" && cue.sense.role !== "evidence",
      )
    );
  if (clusters.length === 0)
    return mention.strength >= 1 || mention.casualties.length > 0 || hasEventCue(mention);
  const isTimed = mention.time !== null && (!mention.time.isWeak || mention.connector !== null);
  const isPlaced =
    mention.place !== null &&
    mention.place.place.isVouched !== false &&
    placeLevel(mention.place.place.kind) >= 2;
  const isPeopled = mention.roles.length > 0 || mention.casualties.some((casualty) => casualty.count.min > 0);
  if (mention.sentence.isHeadline) return true;
  if (goesOn(mention) && !isTimed && !mention.isAnother) return false;
  if (isTimed && isSumOfMonths(mention)) return false;
  if (isTimed) return isPlaced || isPeopled || mention.place !== null || mention.strength >= 2;
  if (mention.isDefinite) return false;
  const named = mention.cues.filter((cue) => cue.sense.role === "event");
  const isTold = mention.cues.some((cue) => cue.sense.role !== "evidence");
  // "Attacks have spread": a plural without a number and without victims tells no incident.
  const isPlural = named.length > 0 && named.every((cue) => cue.sense.plural === true);
  const isAnswer = isAnswerTo(mention);
  if (isPlural && !isAnswer && !mention.casualties.some((casualty) => casualty.count.min > 0)) return false;
  if (isFind(mention) && !isPlaced) return false;
  if (mention.isAnother && isPlaced && named.length > 0 && !isFind(mention)) return true;
  // "Israel hit back with air strikes": an answer is an event beside what it answers.
  if (mention.connector?.link && (mention.strength >= 3 || mention.place !== null)) return true;
  if (isPlaced && isPeopled) return mention.strength >= 2 || (isTold && isCounted(mention));
  if (isActed(mention) && (isPeopled || mention.place !== null)) return true;
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
