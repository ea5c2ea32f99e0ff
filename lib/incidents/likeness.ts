import { parseOccurred } from "@/lib/dates/edtf";
import type { ProposedIncident } from "@/lib/extraction/proposal";
import { distanceKm } from "@/lib/geo/distance";
import { type EventType, eventGroupOf } from "@/lib/taxonomy/event-types";
import type { IncidentStatus, PlacePrecision } from "@/lib/taxonomy/terms";
import { textLikeness } from "./text-likeness";

/** What two reports of incidents are compared by. Times in milliseconds since 1970. */
export type Comparable = {
  title: string;
  summary: string;
  earliest: number;
  latest: number;
  eventType: EventType;
  place: {
    slug: string | null;
    name: string;
    country: string | null;
    latitude: number | null;
    longitude: number | null;
    precision: PlacePrecision;
  } | null;
  killed: { min: number; max: number | null } | null;
  injured: { min: number; max: number | null } | null;
  actors: readonly { slug: string; name: string }[];
};

/** How likely two reports speak of one incident, 0 to 1, and why, in words. */
export type Likeness = { score: number; reasons: string[] };

/** A stored incident that may be the one a proposal speaks of. */
export type LikeIncident = Likeness & {
  publicId: string;
  version: number;
  status: IncidentStatus;
  title: string;
  occurred: string;
  timeZone: string;
};

type Part = { weight: number; value: number; reason: string | null };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FARTHEST_GAP_DAYS = 2;
const FARTHEST_KM = 150;
const vague: ReadonlySet<PlacePrecision> = new Set(["province", "country", "region", "unknown"]);
/** A name that many incidents share says little: two of them in one country need not be one. */
const wide: ReadonlySet<PlacePrecision> = new Set(["country", "region"]);

/** What a proposal is compared by; null while it has no date that can be read. */
export function comparableOf(proposal: ProposedIncident): Comparable | null {
  const read = parseOccurred(proposal.occurred, proposal.timeZone);
  if (!read.ok) {
    return null;
  }
  return {
    title: proposal.title,
    summary: proposal.summary,
    earliest: read.earliest.getTime(),
    latest: read.latest.getTime(),
    eventType: proposal.eventType,
    place: proposal.place,
    killed: proposal.killed,
    injured: proposal.injured,
    actors: proposal.participants.flatMap(({ slug, name }) => (slug === null ? [] : [{ slug, name }])),
  };
}

function timePart(a: Comparable, b: Comparable): Part | null {
  const gap = Math.max(a.earliest, b.earliest) - Math.min(a.latest, b.latest);
  if (gap > FARTHEST_GAP_DAYS * DAY_MS) {
    return null;
  }
  if (gap > 0) {
    const isNear = gap <= DAY_MS;
    return { weight: 3, value: isNear ? 0.5 : 0.2, reason: isNear ? gapWords(gap) : "a day or two apart" };
  }
  const longest = Math.max(a.latest - a.earliest, b.latest - b.earliest);
  // A day on which the clocks change is a day too.
  if (longest <= DAY_MS + HOUR_MS) {
    return { weight: 3, value: 1, reason: "the same day" };
  }
  return { weight: 3, value: longest <= 14 * DAY_MS ? 0.7 : 0.4, reason: "possibly the same time" };
}

const gapWords = (gapMs: number): string =>
  gapMs < HOUR_MS ? "one right after the other" : `${Math.floor(gapMs / HOUR_MS)} h apart`;

function placePart(a: Comparable, b: Comparable): Part | null {
  const [one, other] = [a.place, b.place];
  if (!one || !other) {
    return { weight: 3, value: 0.3, reason: null };
  }
  if (one.slug !== null && one.slug === other.slug) {
    const isWide = wide.has(one.precision) && wide.has(other.precision);
    return { weight: 3, value: isWide ? 0.5 : 1, reason: `the same place, ${one.name}` };
  }
  if (vague.has(one.precision) || vague.has(other.precision)) {
    if (one.country === null || other.country === null) {
      return { weight: 3, value: 0.3, reason: null };
    }
    return one.country === other.country ? { weight: 3, value: 0.5, reason: "the same country" } : null;
  }
  return distancePart(one, other);
}

type Place = NonNullable<Comparable["place"]>;

function distancePart(one: Place, other: Place): Part | null {
  const { latitude, longitude } = one;
  if (latitude === null || longitude === null || other.latitude === null || other.longitude === null) {
    return { weight: 3, value: 0.3, reason: null };
  }
  const km = distanceKm({ latitude, longitude }, { latitude: other.latitude, longitude: other.longitude });
  if (km > FARTHEST_KM) {
    return null;
  }
  return {
    weight: 3,
    value: Math.exp(-km / 40),
    reason: km < 1 ? "the same spot" : `${Math.round(km)} km apart`,
  };
}

function typePart(a: Comparable, b: Comparable): Part {
  if (a.eventType === b.eventType) {
    return { weight: 2, value: 1, reason: "the same kind of event" };
  }
  const isSameGroup = eventGroupOf(a.eventType) === eventGroupOf(b.eventType);
  // An attack that was shot down is an attack in one report and disrupted weapons use in another.
  const isDisrupted = [a.eventType, b.eventType].includes("disrupted-weapons-use");
  return { weight: 2, value: isSameGroup ? 0.6 : isDisrupted ? 0.5 : 0.1, reason: null };
}

function countPart(a: Comparable["killed"], b: Comparable["killed"], word: string): Part | null {
  if (!a || !b) {
    return null;
  }
  const isOverlapping =
    a.min <= (b.max ?? Number.POSITIVE_INFINITY) && b.min <= (a.max ?? Number.POSITIVE_INFINITY);
  if (isOverlapping) {
    const isExact = a.min === b.min && a.max === b.max;
    return {
      weight: 1,
      value: 1,
      reason: isExact ? `both report ${a.min} ${word}` : `numbers of ${word} that fit`,
    };
  }
  return { weight: 1, value: Math.min(a.min, b.min) / Math.max(a.min, b.min, 1), reason: null };
}

function actorPart(a: Comparable, b: Comparable): Part | null {
  if (a.actors.length === 0 || b.actors.length === 0) {
    return null;
  }
  const others = new Set(b.actors.map((actor) => actor.slug));
  const shared = a.actors.filter((actor) => others.has(actor.slug));
  const value = shared.length / Math.min(a.actors.length, b.actors.length);
  const names = [...new Set(shared.map((actor) => actor.name))].slice(0, 3).join(", ");
  return { weight: 1, value, reason: shared.length > 0 ? `both name ${names}` : null };
}

/** So many words in common are worth telling. */
const SHARED_WORDS = 3;

function textPart(one: string, other: string, word: string): Part | null {
  if (one === "" || other === "") {
    return null;
  }
  const { value, sharedWords } = textLikeness(one, other);
  const isTelling = value >= 0.6 && sharedWords >= SHARED_WORDS;
  return { weight: 1, value, reason: isTelling ? `similar words in the ${word}` : null };
}

/**
 * How likely two reports speak of one incident: time and place weigh most, then kind, casualties,
 * actors and words; what one of them does not know counts neither way. Null when time or place
 * exclude it.
 */
export function likenessOf(a: Comparable, b: Comparable): Likeness | null {
  const time = timePart(a, b);
  const place = placePart(a, b);
  if (!time || !place) {
    return null;
  }
  const parts = [
    time,
    place,
    typePart(a, b),
    countPart(a.killed, b.killed, "killed"),
    countPart(a.injured, b.injured, "injured"),
    actorPart(a, b),
    textPart(a.title, b.title, "title"),
    textPart(a.summary, b.summary, "summary"),
  ].filter((part): part is Part => part !== null);
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const score = parts.reduce((sum, part) => sum + part.weight * part.value, 0) / weight;
  return { score, reasons: parts.flatMap(({ reason }) => reason ?? []) };
}
