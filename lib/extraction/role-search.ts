import type { Entity } from "./entities";
import type { PlaceUse } from "./place-choice";
import type { Token } from "./tokens";

export type RoleContext = {
  tokens: readonly Token[];
  entities: readonly Entity[];
  places: readonly PlaceUse[];
};

const PREPOSITION =
  /^(?:of|in|by|with|at|to|against|on|from|for|near|between|inside|outside|into|over|among|under|via|per|through|during|towards?|as)$/;

/** "Israeli jets", "Israelis in": what leaves a demonym standing for its state. */
const BEHIND_DEMONYM =
  /^(?:in|at|on|and|or|to|from|by|with|of|for|were|was|are|is|have|has|had|who|that|which|when|after|while|as|also|said|says|near|during|before|air|airstrikes?|airstrike|strikes?|raids?|attacks?|jets?|warplanes?|planes?|aircraft|drones?|helicopters?|gunships?|missiles?|rockets?|artillery|mortars?|shells?|shelling|bombardment|bombing|bombers?|fire|tanks?|warships?|warship|gunboats?|navy|naval|military|forces|force|troops|army|soldiers?|ground|special|paratroopers|commandos|snipers?|police|settlers|side|authorities|government|regime|offensive|operations?|invasion|killed|attacked|fired|launched|bombed|struck|hit|shelled|raided|shot)$/;

const isLocative = (context: RoleContext, entity: Entity): boolean =>
  context.places.some((use) => use.isLocative && entity.first < use.last && use.first < entity.last);

/** Stands for somebody here: not a place, not "Yemen-based", not what a preposition other than `allowed` governs. */
export function canAct(context: RoleContext, entity: Entity): boolean {
  if (entity.kind === "name" || entity.kind === "place") return false;
  const next = context.tokens[entity.last];
  const before = context.tokens[entity.first - 1]?.text ?? "";
  // "Mokha, Yemen bomb", "Mozambique: town attacked", "Haiti's main prison": the country is where it happened.
  if (entity.kind === "country" && (before === "," || next?.text === ":" || next?.text === "'s"))
    return false;
  if ((entity.kind === "country" || entity.kind === "demonym") && next?.isGlued) return false;
  if (entity.kind === "country" && isLocative(context, entity)) return false;
  if (
    entity.kind === "country" &&
    /^(?:eastern|western|northern|southern|central|northeastern|northwestern|southeastern|southwestern)$/.test(
      context.tokens[entity.first - 1]?.lower ?? "",
    )
  ) {
    return false;
  }
  if (entity.kind === "demonym") {
    // An adjective before a noun that is no weapon or force of its state: "Iraqi air base", "a Tunisian refugee".
    return next === undefined || !next.isWord || BEHIND_DEMONYM.test(next.lower);
  }
  return true;
}

function governedBy(tokens: readonly Token[], entity: Entity): string {
  for (let i = entity.first - 1; i >= Math.max(0, entity.first - 6); i -= 1) {
    const token = tokens[i];
    if (!token) return "";
    if (PREPOSITION.test(token.lower) || /^(?:told|asked|informed|urged|warned|thanked)$/.test(token.lower))
      return token.lower;
    if (
      !/^(?:the|a|an|some|two|three|four|five|six|several|many|other|suspected|its|their|his|all|both|new|unidentified|armed|local|combined|\d+|more|than|least|dozens|hundreds|of)$/.test(
        token.lower,
      )
    )
      return "";
  }
  return "";
}

/** "The military said the strikes killed five": who tells of it did not do it, unless "it" or "they" follows. */
function onlySays(tokens: readonly Token[], entity: Entity, at: number): boolean {
  const says = tokens.findIndex(
    (token, i) =>
      i >= entity.last &&
      i < at &&
      /^(?:said|says|reported|confirmed|announced|stated|claimed|added)$/.test(token.lower),
  );
  if (says < 0 || says > entity.last + 5) return false;
  return !tokens
    .slice(says + 1, says + 4)
    .some((token) => /^(?:it|they|he|she|its|their|we)$/.test(token.lower));
}

export function subjectOf(context: RoleContext, at: number, from: number): Entity | undefined {
  const { tokens, entities } = context;
  const before = entities.filter(
    (e) => e.last <= at && e.first >= from && at - e.last < 18 && canAct(context, e),
  );
  const free = before.filter((e) => governedBy(tokens, e) === "" && !onlySays(tokens, e, at));
  return free.at(-1);
}

export function agentOf(context: RoleContext, at: number, to: number): Entity | undefined {
  const { tokens, entities } = context;
  for (let i = at; i < Math.min(to, at + 16); i += 1) {
    if (
      tokens[i]?.lower !== "by" ||
      /^(?:day|night|land|sea|air|car|phone|email|force|mistake|far)$/.test(tokens[i + 1]?.lower ?? "") ||
      /^(?:named|identified|reported|confirmed|described|condemned|called|quoted|seen|released|published|blamed)$/.test(
        tokens[i - 1]?.lower ?? "",
      )
    )
      continue;
    const agent = entities.find((e) => e.first > i && e.first <= i + 7 && canAct(context, e));
    if (agent) return agent;
  }
  return undefined;
}

export function objectOf(
  context: RoleContext,
  at: number,
  to: number,
  opener: RegExp | null,
): Entity | undefined {
  const { tokens, entities } = context;
  let start = at;
  if (opener) {
    const found = tokens.findIndex(
      (token, i) =>
        i >= at &&
        i < Math.min(to, at + 7) &&
        opener.test(token.lower) &&
        !/^(?:blamed|carried|based|pinned)$/.test(tokens[i - 1]?.lower ?? ""),
    );
    if (found < 0) return undefined;
    start = found + 1;
  }
  for (const entity of entities) {
    if (entity.first < start || entity.first > start + 7 || entity.first >= to) continue;
    const between = tokens.slice(start, entity.first);
    if (
      between.some((token) =>
        /^(?:in|at|near|on|after|when|as|by|while|to|from|with|ascribed|,|;|:|\))$/.test(token.lower),
      )
    )
      return undefined;
    if (!canAct(context, entity)) continue;
    // "Iranian general Qasem Soleimani": the name says more than the office.
    const named =
      entity.kind === "group"
        ? entities.find(
            (e) =>
              e.first === entity.last &&
              (e.kind === "name" || (e.kind === "actor" && e.actor.kind === "person")),
          )
        : undefined;
    return named ?? entity;
  }
  return undefined;
}
