import type { EventType } from "@/lib/taxonomy/event-types";
import type { LinkType } from "@/lib/taxonomy/terms";
import { type Cluster, clusterTime } from "./cluster-fit";
import type { Mention } from "./mentions";
import type { RoleUse } from "./participants";
import type { ProposedIncident } from "./proposal";
import { daysBetween, spanDays, type When } from "./when";

/** An incident of the text with everything that says how it hangs together with others. */
export type LinkNode = {
  index: number;
  cluster: Cluster;
  incident: Pick<ProposedIncident, "eventType" | "place">;
  when: When | null;
  blames: readonly RoleUse[];
};

export type LinkDraft = { from: number; to: number; type: LinkType; mention: Mention };

/** How many incidents back an incident is compared with, so that the search stays linear. */
const REACH = 24;

const VIOLENCE =
  /^(?:armed-clash|chemical-weapon|air-drone-strike|suicide-bomb|shelling|remote-|grenade|attack$|abduction|sexual|mob-violence|violent-|excessive|looting|government-|non-state|disrupted)/;
const isViolent = ({ incident }: LinkNode): boolean => VIOLENCE.test(incident.eventType);

const wordsOf = ({ cluster }: LinkNode): string[] =>
  cluster.mentions.flatMap((mention) =>
    mention.cues.filter((cue) => cue.sense.role === "event").map((cue) => cue.words),
  );

const told = ({ cluster }: LinkNode): Mention | undefined =>
  cluster.mentions.find((mention) => !mention.sentence.isHeadline) ?? cluster.mentions[0];

/** Days from the earlier one's end to the later one's beginning: negative when it began before that. */
const daysAfter = (later: LinkNode, earlier: LinkNode): number | null =>
  later.when && earlier.when ? daysBetween(earlier.when.from, later.when.to) : null;

const isOneCountry = (a: LinkNode, b: LinkNode): boolean =>
  !a.incident.place?.country ||
  !b.incident.place?.country ||
  a.incident.place.country === b.incident.place.country;

const nodesBefore = (nodes: readonly LinkNode[], { index }: LinkNode): LinkNode[] =>
  nodes.slice(Math.max(0, index - REACH), index).reverse();

/** The nearest incident before it in the text, else behind it, that fits. */
function nearest(
  nodes: readonly LinkNode[],
  node: LinkNode,
  fits: (other: LinkNode) => boolean,
): LinkNode | undefined {
  return nodesBefore(nodes, node).find(fits) ?? nodes.slice(node.index + 1, node.index + REACH).find(fits);
}

const ABOUT =
  /\b(?:in connection with|over (?:the|a|his|her|their|last)|on suspicion of (?:the|having|carrying|involvement)|suspected of (?:the|having|carrying|involvement)|linked to|accused of|responsible for|charged (?:\w+ )?with|for (?:the|his|her|their) (?:role|part|involvement|murder|killing|attack)|behind the|assassins of|killers of|perpetrators of)\b/i;

/** Arrests and charges follow the deed that their sentence says they are for. */
function arrestLinks(nodes: readonly LinkNode[], plain: string): LinkDraft[] {
  return nodes.flatMap((node) => {
    const mention = told(node);
    if (node.incident.eventType !== "arrests" || !mention) return [];
    const isAbout = node.cluster.mentions.some(({ sentence }) =>
      ABOUT.test(plain.slice(sentence.start, sentence.end)),
    );
    if (!isAbout) return [];
    const fits = (other: LinkNode): boolean => {
      const days = daysAfter(node, other);
      return isViolent(other) && days !== null && days >= 0 && days <= 400 && isOneCountry(node, other);
    };
    const isBeside = (other: LinkNode): boolean =>
      other.cluster.mentions.some(({ sentence }) => sentence === mention.sentence);
    const deed =
      nearest(nodes, node, (other) => fits(other) && isBeside(other)) ?? nearest(nodes, node, fits);
    return deed ? [{ from: node.index, to: deed.index, type: "follows" as const, mention }] : [];
  });
}

const FREED =
  /^(?:freed|freeing|released|releasing|rescued|rescuing|hand(?:ed|ing) over|let go|walked free|regain|found alive|escaped)/;

/** Captives come free after they were taken. */
function releaseLinks(nodes: readonly LinkNode[]): LinkDraft[] {
  return nodes.flatMap((node) => {
    const mention = told(node);
    if (!mention || !wordsOf(node).some((words) => FREED.test(words))) return [];
    const taking = nearest(nodes, node, (other) => {
      const days = daysAfter(node, other);
      return other.incident.eventType === "abduction-forced-disappearance" && (days === null || days >= 0);
    });
    return taking ? [{ from: node.index, to: taking.index, type: "follows" as const, mention }] : [];
  });
}

const isTerritory = (type: EventType): boolean =>
  type === "government-regains-territory" || type === "non-state-actor-overtakes-territory";

/** "The army retook both": told right behind, of places that need no second naming. */
function isTurned(earlier: LinkNode, node: LinkNode): boolean {
  const [a, b] = [earlier.cluster.mentions.at(-1), told(node)];
  const isBeside = a !== undefined && b !== undefined && b.sentence.index - a.sentence.index <= 1;
  return (
    isBeside &&
    isTerritory(earlier.incident.eventType) &&
    earlier.incident.eventType !== node.incident.eventType
  );
}

/** A town that changes hands twice. */
function territoryLinks(nodes: readonly LinkNode[]): LinkDraft[] {
  return nodes.flatMap((node) => {
    const mention = told(node);
    if (!isTerritory(node.incident.eventType) || !mention) return [];
    const other =
      nodesBefore(nodes, node).find(
        ({ incident }) =>
          isTerritory(incident.eventType) &&
          incident.eventType !== node.incident.eventType &&
          incident.place?.name === node.incident.place?.name,
      ) ?? nodesBefore(nodes, node).find((earlier) => isTurned(earlier, node));
    const days = other && daysAfter(node, other);
    if (!other || days === null || days === undefined) return [];
    const [from, to] = days >= 0 ? [node, other] : [other, node];
    return [{ from: from.index, to: to.index, type: "follows" as const, mention }];
  });
}

/** Whoever is named as having done it, claimed it or as accused; "gunmen" and "rebels" are nobody in particular. */
const actorsOf = ({ cluster, blames }: LinkNode): Set<string> =>
  new Set(
    [...cluster.mentions.flatMap((mention) => mention.roles), ...blames]
      .filter((role) => /^(?:perpetrator|claimant|accused)$/.test(role.role))
      .filter((role) => role.slug !== null || /^\p{Lu}/u.test(role.name))
      .filter((role) => role.side !== "force")
      .map((role) => role.name),
  );

/** Words that count an attack as one of several; "separate" ones and "other unrest" are none. */
const COUNTED =
  /\b(?:another|second|third|fourth|fifth|sixth|latest|similar|again|same|identical|simultaneous(?:ly)?|coordinated|co-ordinated)\b/i;
const UNLIKE = /\b(?:separate(?:ly)?|unrelated|elsewhere|in other|meanwhile)\b/i;

/** "Another attack" by the same group or of the same kind: a series with the nearest one before it. */
function seriesLinks(nodes: readonly LinkNode[], parts: readonly LinkDraft[], plain: string): LinkDraft[] {
  const drafts: LinkDraft[] = [];
  const actors = nodes.map(actorsOf);
  const isPart = new Set(parts.map(({ from }) => from));
  for (const node of nodes) {
    const mention = told(node);
    if (!mention || !isViolent(node) || isPart.has(node.index)) continue;
    const words = plain.slice(mention.sentence.start, mention.sentence.end);
    if (!COUNTED.test(words) || UNLIKE.test(words)) continue;
    const mine = actors[node.index] ?? new Set<string>();
    const isNamedSo = node.cluster.mentions.some((other) => other.isAnother && !other.isReference);
    const other = nodesBefore(nodes, node).find((earlier) => {
      const days = daysAfter(node, earlier);
      const isClose = days !== null && Math.abs(days) <= 60 && isOneCountry(node, earlier);
      const isShared = [...(actors[earlier.index] ?? [])].some((name) => mine.has(name));
      const isAlike = earlier.incident.eventType === node.incident.eventType && Math.abs(days ?? 99) <= 3;
      return isClose && isViolent(earlier) && (isShared || (isNamedSo && isAlike));
    });
    if (!other) continue;
    const isLater = (daysAfter(node, other) ?? 0) >= 0 && (node.when?.from ?? "") >= (other.when?.from ?? "");
    const [from, to] = isLater ? [node, other] : [other, node];
    drafts.push({ from: from.index, to: to.index, type: "same-campaign", mention });
  }
  return drafts;
}

/** "It was the second such attack in a week", "the latest in a series of raids". */
const NUMBERED =
  /\b(?:is|was|marks?|marked|became) (?:at least )?the (?:second|third|fourth|fifth|sixth|latest) (?:such )?(?:[\w-]+ ){0,2}?(?:attack|bombing|blast|explosion|raid|strike|airstrike|ambush|killing|kidnapping|abduction|hijacking|shooting|assault|incident)\b/i;
/** Sentences in which the one before is told then. */
const NUMBERED_REACH = 2;

/** "The second attack in a week. On Sunday, ...": what is told next is the one before. */
function numberedLinks(nodes: readonly LinkNode[], plain: string): LinkDraft[] {
  return nodes.flatMap((node) => {
    const mention = node.cluster.mentions.find(
      ({ isDefinite, sentence }) => isDefinite && NUMBERED.test(plain.slice(sentence.start, sentence.end)),
    );
    if (!mention || !isViolent(node)) return [];
    const earlier = nodes.slice(node.index + 1, node.index + REACH).find((other) => {
      const gap = (other.cluster.mentions[0]?.sentence.index ?? 0) - mention.sentence.index;
      const days = daysAfter(node, other);
      const isBefore = days !== null && days >= 0 && days <= 60;
      return gap > 0 && gap <= NUMBERED_REACH && isBefore && isViolent(other) && isOneCountry(node, other);
    });
    return earlier ? [{ from: node.index, to: earlier.index, type: "same-campaign" as const, mention }] : [];
  });
}

const SERIES =
  /\b(?:series|wave|waves|string|spate|campaign|offensive|rash|succession|flurry|days of|nights? of|weekend of|outbursts? of|coordinated|co-ordinated|simultaneous|separate (?:\w+ )?(?:attacks|shootings|bombings|incidents|blasts|explosions)|in (?:two|three|four|five|six|several|\d+) (?:\w+ )?(?:cities|towns|villages|provinces|districts|places)|for the (?:second|third|fourth|fifth|sixth|seventh) time in)\b/i;
/** How far the days of a series may miss its parts when they were only told of a statement. */
const WEAK_SLACK = 4;

/** "A wave of attacks", then the attacks one by one: each is part of the first, if its days hold theirs. */
function partLinks(nodes: readonly LinkNode[], plain: string): LinkDraft[] {
  const drafts: LinkDraft[] = [];
  const whole = nodes.slice(0, 6).find(({ cluster, when, incident }) => {
    const mention = cluster.mentions.find((other) => !other.sentence.isHeadline);
    if (!mention || !when || spanDays(when) > 62) return false;
    const isWide = !incident.place || /^(?:country|province|region)$/.test(incident.place.precision);
    return (isWide || spanDays(when) > 1) && SERIES.test(plain.slice(mention.start, mention.end));
  });
  if (!whole?.when) return drafts;
  for (const node of nodes.slice(whole.index + 1)) {
    const mention = told(node);
    if (!mention || !node.when || !isViolent(node) || !isOneCountry(node, whole)) continue;
    const slack = clusterTime(whole.cluster)?.isWeak === false ? 0 : WEAK_SLACK;
    const isInside =
      daysBetween(whole.when.from, node.when.from) >= -slack &&
      daysBetween(node.when.to, whole.when.to) >= -slack;
    if (isInside) drafts.push({ from: node.index, to: whole.index, type: "part-of", mention });
  }
  return drafts;
}

/** Links that follow from what the incidents are: who is arrested for what, freed from whom, and what is a series. */
export function impliedLinks(nodes: readonly LinkNode[], plain: string): LinkDraft[] {
  const parts = partLinks(nodes, plain);
  return [
    ...arrestLinks(nodes, plain),
    ...releaseLinks(nodes),
    ...territoryLinks(nodes),
    ...parts,
    ...numberedLinks(nodes, plain),
    ...seriesLinks(nodes, parts, plain),
  ];
}
