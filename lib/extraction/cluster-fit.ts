import { distanceKm } from "@/lib/geo/distance";
import type { EventType } from "@/lib/taxonomy/event-types";
import type { Mention } from "./mentions";
import { type PlaceUse, placeLevel } from "./place-choice";
import { daysBetween, overlaps, spanDays, type When } from "./when";

/** Mentions of one thing that happened, in the order of the text. */
export type Cluster = { mentions: Mention[] };

/** What is read from the mentions of a cluster, which only grow in number, is read once for each number. */
function oncePerSize<T>(read: (cluster: Cluster) => T): (cluster: Cluster) => T {
  const known = new WeakMap<Cluster, { size: number; value: T }>();
  return (cluster) => {
    const last = known.get(cluster);
    if (last?.size === cluster.mentions.length) return last.value;
    const value = read(cluster);
    known.set(cluster, { size: cluster.mentions.length, value });
    return value;
  };
}

/** Enough of a long cluster to compare with, so that comparing stays linear in the length of the text. */
export const witnesses = ({ mentions }: Cluster): readonly Mention[] =>
  mentions.length <= 16 ? mentions : [...mentions.slice(0, 10), ...mentions.slice(-6)];

type Family = "violence" | "protest" | "arrests" | "interception" | "deal" | "other";

const FAMILIES: Partial<Record<EventType, Family>> = {
  "peaceful-protest": "protest",
  "protest-with-intervention": "protest",
  "excessive-force-against-protesters": "protest",
  "violent-demonstration": "protest",
  arrests: "arrests",
  "disrupted-weapons-use": "interception",
  agreement: "deal",
  other: "other",
};
const familyOf = (type: EventType): Family => FAMILIES[type] ?? "violence";

const ALLIES: Record<Family, readonly Family[]> = {
  violence: ["violence", "interception"],
  protest: ["protest"],
  arrests: ["arrests", "interception"],
  interception: ["interception", "violence"],
  deal: ["deal"],
  other: ["other", "violence"],
};

/** A weapon counts once for an incident, however often it is named. */
export function addHints(sums: Map<EventType, number>, mentions: readonly Mention[]): void {
  const hints = new Map<EventType, number>();
  for (const mention of mentions) {
    for (const [type, score] of mention.hints) hints.set(type, Math.max(hints.get(type) ?? 0, score));
  }
  for (const [type, score] of hints) sums.set(type, (sums.get(type) ?? 0) + score);
}

/** The leading type of a mention or cluster, null while only generic words were used. */
export function leadingType(mentions: readonly Mention[]): { type: EventType; score: number } | null {
  const sums = new Map<EventType, number>();
  for (const mention of mentions) {
    for (const [type, score] of mention.types) sums.set(type, (sums.get(type) ?? 0) + score);
  }
  addHints(sums, mentions);
  let best: { type: EventType; score: number } | null = null;
  for (const [type, score] of sums) if (!best || score > best.score) best = { type, score };
  return best;
}

const leadOf = oncePerSize((cluster) => leadingType(witnesses(cluster)));

/** Sentences of a report in which an attack is told that is explained as a bombing or kidnapping later on. */
const LEAD_SENTENCES = 2;

/** Kinds that a report names by their own words where they begin; its lead may be more general. */
const isKindOfItsOwn = (type: EventType, { mentions: [first] }: Cluster): boolean =>
  /^looting/.test(type) ||
  (/^(?:remote-explosive|abduction)/.test(type) && (first?.sentence.index ?? 0) >= LEAD_SENTENCES);

/** Told with a day of its own in another paragraph, as nothing that is known already. */
const isFresh = ({ isDefinite, time, sentence: { paragraph } }: Mention, cluster: Cluster): boolean =>
  !isDefinite &&
  time?.isWeak === false &&
  witnesses(cluster).every(({ sentence }) => sentence.paragraph !== paragraph);

/** -1 when the kinds cannot be one event, else how well they agree (0 to 2); `lead` is the mention's own. */
export function typeFit(mention: Mention, lead: EventType | undefined, cluster: Cluster): number {
  const [a, b] = [lead, leadOf(cluster)?.type];
  if (!a || !b) return a === b ? 1 : 0.5;
  if (a === b) return 2;
  const [x, y] = [familyOf(a), familyOf(b)];
  if (x === y) {
    const shared = [...mention.types.keys(), ...mention.hints.keys()].some((type) =>
      witnesses(cluster).some((other) => other.types.has(type) || other.hints.has(type)),
    );
    if (x !== "violence" || shared) return 1.5;
    // "A bomb exploded at a market on Monday", paragraphs on: no part of a shooting on the way home.
    if (isKindOfItsOwn(a, cluster) && !isKindOfItsOwn(b, cluster) && isFresh(mention, cluster)) return -1;
    const isSharp =
      mention.strength >= 4 && Math.max(...witnesses(cluster).map((other) => other.strength)) >= 4;
    // A headline may say "missile strike" where the lead says that a drone fired the missile.
    const isOnlyHeadline = witnesses(cluster).every(({ sentence }) => sentence.isHeadline);
    return isSharp && !mention.isDefinite && !isOnlyHeadline ? -1 : 0.5;
  }
  const isClash = (type: EventType) =>
    type === "armed-clash" || type === "attack" || type === "air-drone-strike" || type === "mob-violence";
  if ((x === "arrests" && isClash(b)) || (y === "arrests" && isClash(a))) return 0.5;
  if ((x === "protest" && isClash(b)) || (y === "protest" && isClash(a))) return 0.5;
  return ALLIES[x].includes(y) || ALLIES[y].includes(x) ? (mention.isDefinite ? 1 : 0.3) : -1;
}

type ClusterTime = { when: When; mention: Mention; isWeak: boolean };

/** The best time that a cluster has: stated beats worked out, exact beats vague, early beats late. */
export const clusterTime = oncePerSize((cluster: Cluster): ClusterTime | null => {
  let best: ClusterTime | null = null;
  for (const mention of witnesses(cluster)) {
    if (!mention.time) continue;
    const { when, isWeak } = mention.time;
    // "This year", firmly told, gives way to "yesterday", told of a statement, if that was in this year.
    const isSharper = best !== null && spanDays(when) < spanDays(best.when) && overlaps(when, best.when);
    const isVague = best !== null && isSharper && spanDays(best.when) > 27 && spanDays(when) <= 10;
    if (
      !best ||
      isVague ||
      (best.isWeak &&
        !isWeak &&
        !(spanDays(when) > 27 && spanDays(best.when) <= 10 && overlaps(when, best.when))) ||
      (best.isWeak === isWeak && isSharper)
    ) {
      best = { when, mention, isWeak };
    }
  }
  return best;
});

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** "At 0745 in one village, at 1330 in another". */
function isOtherHour(mention: Mention, cluster: Cluster): boolean {
  const [mine, theirs] = [mention.time?.when.clock, clusterTime(cluster)?.when.clock];
  return (
    Boolean(mine && theirs) &&
    Math.abs(minutes(mine ?? "") - minutes(theirs ?? "")) > 90 &&
    isPlacedApart(mention, cluster)
  );
}

/** Days that news of something may be behind it. */
const NEWS_DAYS = 4;

/** "80 died, a newspaper reported yesterday. Gunmen attacked on Thursday": the first day is only that of the news. */
function isReportedLater({ time, sentence, isAnother }: Mention, news: ClusterTime): boolean {
  if (!time || time.isWeak || !news.isWeak || isAnother) return false;
  const behind = daysBetween(time.when.to, news.when.from);
  return behind >= 0 && behind <= NEWS_DAYS && sentence.index - news.mention.sentence.index === 1;
}

export function timeFit(mention: Mention, cluster: Cluster): number {
  const theirs = clusterTime(cluster);
  if (!mention.time || !theirs) return 0;
  if (isOtherHour(mention, cluster)) return -1;
  const slack = mention.time.isWeak || theirs.isWeak ? 1 : 0;
  if (!overlaps(mention.time.when, theirs.when, slack)) return isReportedLater(mention, theirs) ? 0 : -1;
  const [a, b] = [spanDays(mention.time.when), spanDays(theirs.when)];
  if (Math.max(a, b) > 8 * Math.min(a, b) && Math.max(a, b) > 20) return mention.isDefinite ? 0 : -1;
  return a <= 2 && b <= 2 ? 2 : 1;
}

/** -1 when two places cannot be one, 2 when they are the same, 0 when one says nothing. */
function samePlace(a: PlaceUse | null, b: PlaceUse | null): number {
  if (!a || !b || a.place.isVouched === false || b.place.isVouched === false) return 0;
  if (a.place.slug !== null && a.place.slug === b.place.slug) return 2;
  if (a.place.name === b.place.name && a.place.country === b.place.country) return 2;
  const [exact, wide] =
    placeLevel(a.place.kind) >= placeLevel(b.place.kind) ? [a.place, b.place] : [b.place, a.place];
  if (
    exact.country &&
    wide.country &&
    exact.country !== wide.country &&
    wide.kind !== "border" &&
    wide.kind !== "sea"
  )
    return -1;
  // A ship on the sea is not in the town that was struck.
  if (wide.kind === "sea" && placeLevel(exact.kind) >= 4 && !a.isNear && !b.isNear) return -1;
  if (wide.kind === "country" || wide.kind === "region") return 0.5;
  const isOneKind = wide.kind === exact.kind && (wide.kind === "district" || wide.kind === "province");
  if (isOneKind && !a.isNear && !b.isNear) return -1;
  if (
    exact.latitude === null ||
    exact.longitude === null ||
    wide.latitude === null ||
    wide.longitude === null
  ) {
    return placeLevel(wide.kind) >= 4 && !exact.name.includes(wide.name) && !wide.name.includes(exact.name)
      ? -1
      : 0;
  }
  const apart = distanceKm(
    { latitude: exact.latitude, longitude: exact.longitude },
    { latitude: wide.latitude, longitude: wide.longitude },
  );
  const level = placeLevel(wide.kind);
  const isNear = a.isNear || b.isNear;
  const reach = level >= 5 && !isNear ? 6 : level >= 4 ? (isNear ? 70 : 20) : level >= 3 ? 80 : 250;
  if (apart > reach) return -1;
  // Two towns in one another's reach may be one event's, but that says little for it.
  return level >= 4 ? (apart <= 8 || isNear ? 1.5 : 0) : 1;
}

export function placeFit(mention: Mention, cluster: Cluster): number {
  let best = 0;
  for (const other of witnesses(cluster)) {
    const fit = samePlace(mention.place, other.place);
    if (fit === -1) return -1;
    best = Math.max(best, fit);
  }
  return best;
}

/** "In Patras, shopkeepers ...": a sentence that opens with a town moves the story there. */
export function opensScene({ place, sentence, cues }: Mention): boolean {
  // "In the camp of X near the town of Y late on Tuesday, ...".
  const reach = /^(?:in|at|near|outside)$/.test(sentence.tokens[0]?.lower ?? "") ? 13 : 7;
  if (!place || place.first > reach || placeLevel(place.place.kind) < 3 || !place.isLocative) return false;
  const isInFront = cues.every((cue) => cue.first >= place.last);
  const comma = sentence.tokens.findIndex((token, i) => i >= place.last && token.text === ",") - place.last;
  const isClosed =
    comma >= 0 && (comma < 6 || (comma < 15 && cues.every((cue) => cue.first > place.last + comma)));
  return isInFront && isClosed && /^(?:in|at|near|outside|around)$/.test(place.preposition);
}

/** Whether a mention names a place that none of the cluster's mentions names. */
export const isPlacedApart = (mention: Mention, cluster: Cluster): boolean =>
  mention.place !== null &&
  placeLevel(mention.place.place.kind) >= 2 &&
  witnesses(cluster).some((other) => other.place !== null) &&
  witnesses(cluster).every((other) => other.place?.place.name !== mention.place?.place.name);

/** "Earlier this week another plane was shot down": its time is its own. */
export function isTimedApart(mention: Mention, cluster: Cluster): boolean {
  const theirs = clusterTime(cluster);
  if (!mention.time || mention.time.isWeak || !theirs) return false;
  return mention.time.when.from !== theirs.when.from || mention.time.when.to !== theirs.when.to;
}

const wordsOf = (name: string): string => name.replace(/^[A-Z]{2,4} /, "");

const shipsOf = (cluster: Cluster): string[] =>
  witnesses(cluster)
    .flatMap((other) => other.ships ?? [])
    .map(wordsOf);

/** Speaks of a ship that the cluster's mentions name. */
export const sharesShip = ({ ships = [] }: Mention, cluster: Cluster): boolean =>
  ships.length > 0 && shipsOf(cluster).some((name) => ships.map(wordsOf).includes(name));

/** Two ships of different names are attacked in two incidents. */
export function shipsDiffer({ ships = [] }: Mention, cluster: Cluster): boolean {
  if (ships.length === 0) return false;
  const theirs = shipsOf(cluster);
  return theirs.length > 0 && !ships.some((name) => theirs.includes(wordsOf(name)));
}

const killedMost = (cluster: Cluster): number =>
  Math.max(
    0,
    ...witnesses(cluster).flatMap(({ casualties }) =>
      casualties.filter(({ field }) => field === "killed").map(({ count }) => count.min),
    ),
  );

/** Two different people killed one at a time are two events unless something else ties them together. */
export function victimsDiffer(mention: Mention, cluster: Cluster): boolean {
  const mine = mention.casualties
    .filter((casualty) => casualty.who && !casualty.isOther && !casualty.who.startsWith("a "))
    .map((casualty) => casualty.who);
  const theirs = witnesses(cluster).flatMap((other) =>
    other.casualties
      .filter((casualty) => casualty.who && !casualty.who.startsWith("a "))
      .map((casualty) => casualty.who),
  );
  if (mine.length > 0 && theirs.length > 0) return !mine.some((who) => theirs.includes(who));
  // A person named in passing is nobody of a group killed sentences before.
  const last = cluster.mentions.at(-1);
  const isApart = last !== undefined && mention.sentence.index - last.sentence.index > 2;
  return (
    isApart &&
    mine.length > 0 &&
    killedMost(cluster) > 1 &&
    mention.roles.some((role) => role.role === "perpetrator")
  );
}
