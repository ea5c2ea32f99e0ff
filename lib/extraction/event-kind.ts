import type { EventType } from "@/lib/taxonomy/event-types";
import type { Outcome } from "@/lib/taxonomy/terms";
import { addHints } from "./cluster-fit";
import type { Mention } from "./mentions";
import type { RoleUse } from "./participants";
import type { CountRange } from "./proposal";

const OVERRIDES: readonly [EventType, number][] = [
  ["chemical-weapon", 3.5],
  ["suicide-bomb", 3],
];

function scores(mentions: readonly Mention[]): Map<EventType, number> {
  const sums = new Map<EventType, number>();
  for (const [i, mention] of mentions.entries()) {
    const weight = (i < 2 ? 1.6 : 1) * (mention.isReference ? 0.6 : 1);
    for (const [type, score] of mention.types) sums.set(type, (sums.get(type) ?? 0) + score * weight);
  }
  addHints(sums, mentions);
  return sums;
}

function protestKind(
  sums: ReadonlyMap<EventType, number>,
  killed: CountRange | null,
  roles: readonly RoleUse[],
): EventType {
  const of = (type: EventType) => sums.get(type) ?? 0;
  const byForce = roles.some((role) => role.role === "perpetrator" && role.side === "force");
  if ((killed?.min ?? 0) > 0 && (byForce || of("protest-with-intervention") > 0))
    return "excessive-force-against-protesters";
  if (of("violent-demonstration") >= Math.max(3, of("peaceful-protest") * 0.6))
    return "violent-demonstration";
  return of("protest-with-intervention") > 0 ? "protest-with-intervention" : "peaceful-protest";
}

const isCustodyType = (type: EventType): boolean => type === "arrests" || type === "disrupted-weapons-use";

const EXPLODED = /^(?:explod|detonat|went off|gone off|blew up|blown up|goes off|going off)/;

/** "Seventeen bombs went off, two more did not explode": what exploded names the incident. */
function explodedType(mentions: readonly Mention[]): EventType | null {
  for (const { cues, outcome } of mentions) {
    const cue = cues.find(({ words, sense }) => EXPLODED.test(words) && sense.role === "event");
    if (cue?.sense.type && outcome === null) return cue.sense.type;
  }
  return null;
}

/** "Attacked with rockets, grenades and rifle fire": several arms in the hands of attackers make no shelling. */
const isMixedArms = (mentions: readonly Mention[]): boolean =>
  mentions.every((mention) => mention.types.size === 0) &&
  mentions.some(
    ({ hints, cues }) =>
      hints.has("shelling-artillery-missile-attack") &&
      (hints.has("attack") || hints.has("grenade")) &&
      cues.some((cue) => /^(?:attack|assault|storm|raid|ambush)/.test(cue.words)),
  );

/** Killing of people who cannot fight back, whoever they are. */
const isMurder = (mentions: readonly Mention[]): boolean =>
  mentions.some(
    ({ cues, isReference }) =>
      !isReference &&
      cues.some(({ words }) =>
        /^(?:execut|behead|decapitat|massacr|assassinat|murder|stab|hack)/.test(words),
      ),
  );

const MOB = /\b(?:mobs?|crowds?|villagers|residents|neighbou?rs|townspeople|locals|vigilantes)$/i;

/** People who are no armed side and kill somebody among them. */
const isByMob = (roles: readonly RoleUse[]): boolean => {
  const doers = roles.filter(({ role }) => role === "perpetrator");
  return doers.length > 0 && doers.every(({ name }) => MOB.test(name) && !/\barmed\b/i.test(name));
};

const isProtest = (type: EventType): boolean => /protest|demonstration/.test(type);
const SHOT_AT = "excessive-force-against-protesters";

/** Violence that no word names more closely: armed sides clash, anybody else is attacked. */
function genericKind(mentions: readonly Mention[], roles: readonly RoleUse[]): EventType {
  const sideOf = (role: RoleUse["role"]) => roles.filter((use) => use.role === role).map((use) => use.side);
  const targets = sideOf("target");
  const doers = sideOf("perpetrator");
  if (targets.includes("armed") && !targets.includes("civilian")) {
    const isAttack = mentions.some((mention) => mention.cues.some((cue) => /^attack/.test(cue.words)));
    return isAttack && doers.includes("force") ? "attack" : "armed-clash";
  }
  return targets.includes("force") && doers.includes("armed") && !targets.includes("civilian")
    ? "armed-clash"
    : "attack";
}

/** The event type (ACLED sub-event type) that an incident's words, sides and casualties add up to. */
export function eventTypeOf(
  mentions: readonly Mention[],
  roles: readonly RoleUse[],
  killed: CountRange | null,
): EventType {
  const sums = scores(mentions);
  const isCustody =
    mentions.every((mention) => [...mention.types.keys()].every(isCustodyType)) && sums.has("arrests");
  for (const [type, least] of OVERRIDES)
    if (
      !isCustody &&
      (sums.get(type) ?? 0) >= least &&
      mentions.some((mention) => !mention.isReference && (mention.types.has(type) || mention.hints.has(type)))
    )
      return type;
  let best: { type: EventType; score: number } | null = null;
  for (const [type, score] of sums) if (!best || score > best.score) best = { type, score };
  if ((!best || best.type === "attack") && isByMob(roles)) return "mob-violence";
  if (!best || isMixedArms(mentions)) return genericKind(mentions, roles);
  // "A grenade went off": the explosion is the grenade's.
  const isGrenade = mentions.some((mention) => mention.hints.has("grenade"));
  const isBomb = mentions.some((mention) => mention.hints.has("remote-explosive-landmine-ied"));
  if (best.type === "remote-explosive-landmine-ied" && isGrenade && !isBomb) return "grenade";
  const protest = [...sums].filter(([type]) => isProtest(type)).reduce((sum, [, value]) => sum + value, 0);
  if (best.type === "armed-clash" && protest >= 4 && !roles.some((role) => role.side === "armed")) {
    return protestKind(sums, killed, roles);
  }
  if (best.type === SHOT_AT) return best.type;
  if (isProtest(best.type) || (best.type === "arrests" && (sums.get("peaceful-protest") ?? 0) > 2))
    return protestKind(sums, killed, roles);
  if (
    best.type === "attack" &&
    best.score < 9 &&
    !isMurder(mentions) &&
    genericKind(mentions, roles) === "armed-clash"
  )
    return "armed-clash";
  if (best.type === "arrests" && (killed?.min ?? 0) > 0) return "armed-clash";
  const exploded = best.type === "disrupted-weapons-use" ? explodedType(mentions) : null;
  if (exploded) return exploded;
  if (best.type === "disrupted-weapons-use" && (killed?.min ?? 0) > 0) {
    const rest = [...sums].filter(([type]) => type !== "disrupted-weapons-use").sort((a, b) => b[1] - a[1]);
    return rest[0]?.[0] ?? genericKind(mentions, roles);
  }
  return best.type;
}

/** How it ended: intercepted, foiled and failed only while nobody was hurt. */
export function outcomeOf(mentions: readonly Mention[], type: EventType, killed: CountRange | null): Outcome {
  const told = mentions.map((mention) => mention.outcome).find((outcome) => outcome !== null);
  if (told && ((killed?.min ?? 0) === 0 || type === "disrupted-weapons-use")) return told;
  return "completed";
}
