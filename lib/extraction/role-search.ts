import type { Entity } from "./entities";
import { FACILITIES } from "./entity-words";
import { PERSON } from "./person-words";
import type { PlaceUse } from "./place-choice";
import type { Token } from "./tokens";

export type RoleContext = {
  tokens: readonly Token[];
  entities: readonly Entity[];
  places: readonly PlaceUse[];
};

const OFFICERS =
  /^(?:investigators?|officials?|sources?|spokes\w+|chief|chiefs|commanders?|statement|communique|report|reports|records|data|intelligence|equipment|vehicles?|uniforms?|fatigues|posts?|positions?|headquarters)$/;
const PERSON_WORD = new RegExp(`^${PERSON}s?$`, "u");
const PREPOSITION =
  /^(?:of|in|by|with|at|to|against|on|from|for|near|between|inside|outside|into|over|among|under|via|per|through|during|towards?|as)$/;

/** "Israelis in", "attacks on Israel and": what leaves a demonym standing for its state as one that suffers. */
const BEHIND_OBJECT =
  /^(?:in|at|on|and|or|to|from|by|with|of|for|were|was|are|is|have|has|had|who|that|which|when|after|while|as|also|near|during|before|troops|army|soldiers?|forces|force|military|authorities|government)$/;
/** "Iraqi air base", "a Tunisian refugee": behind a demonym these are no force of its state. */
const NO_FORCE =
  /^(?:oil|border|capital|city|town|province|village|base|bases|side|soil|territory|port|embassy|consulate|airspace|parliament|elections?|president|airbase|airliner|asylum|seekers?|newspapers?|media|television|news|agency|massacres?|markets?|officials?|ministers?|immigrants?|origin|exiles?|leaders?|politicians?|intellectuals?)$/;

const isLocative = (context: RoleContext, entity: Entity): boolean =>
  context.places.some((use) => use.isLocative && entity.first < use.last && use.first < entity.last);

/** Stands for somebody here: not a place, not "Yemen-based", not what a preposition other than `allowed` governs. */
export function canAct(context: RoleContext, entity: Entity, isObject = false): boolean {
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
  // "Navy investigators said", "a police station": not the force itself.
  if (entity.kind === "group" && next?.isWord && (FACILITIES.has(next.lower) || OFFICERS.test(next.lower)))
    return false;
  // "Into civilian areas".
  if (
    entity.kind === "group" &&
    entity.text === "civilian" &&
    next?.isWord &&
    !BEHIND_OBJECT.test(next.lower)
  )
    return false;
  if (entity.kind === "demonym") {
    // An adjective before a noun that is no weapon or force of its state: "Iraqi air base", "a Tunisian refugee".
    if (next === undefined || !next.isWord) return true;
    return isObject
      ? BEHIND_OBJECT.test(next.lower)
      : !NO_FORCE.test(next.lower) && !PERSON_WORD.test(next.lower);
  }
  return true;
}

const CROWD =
  /^(?:hundreds|thousands|dozens|scores|crowds?|groups?|members|number|couple|pair|team|band|gang|mob)$/;

function governedBy(tokens: readonly Token[], entity: Entity): string {
  for (let i = entity.first - 1; i >= Math.max(0, entity.first - 6); i -= 1) {
    const token = tokens[i];
    if (!token) return "";
    // "Hundreds of protesters", "members of the army": the crowd is the people in it.
    if (token.lower === "of" && CROWD.test(tokens[i - 1]?.lower ?? "")) continue;
    if (PREPOSITION.test(token.lower) || /^(?:told|asked|informed|urged|warned|thanked)$/.test(token.lower))
      return token.lower;
    if (
      !/^(?:the|a|an|some|two|three|four|five|six|several|many|other|hundreds|thousands|scores|crowds?|groups?|members|number|suspected|its|their|his|all|both|new|unidentified|armed|local|combined|\d+|more|than|least|dozens|hundreds|of)$/.test(
        token.lower,
      )
    )
      return "";
  }
  return "";
}

/** Governed by no preposition: a subject or an object of its clause. */
export const isFreeAt = (tokens: readonly Token[], entity: Entity): boolean =>
  governedBy(tokens, entity) === "";

/** "The military said the strikes killed five": who tells of it did not do it, unless "it" or "they" follows. */
function onlySays(tokens: readonly Token[], entity: Entity, at: number): boolean {
  const says = tokens.findIndex(
    (token, i) =>
      i >= entity.last &&
      i < at &&
      /^(?:said|says?|reported|confirmed|announced|stated|claimed|added|believe|suspect|told)$/.test(
        token.lower,
      ),
  );
  if (says < 0 || says > entity.last + 5) return false;
  return !tokens
    .slice(says + 1, says + 4)
    .some((token) => /^(?:it|they|he|she|its|their|we)$/.test(token.lower));
}

const DONE_TO =
  /^(?!(?:armed|masked|hooded|suspected|unidentified|uniformed|outlawed|banned|disgruntled|allied|united|retired|hundred|red)$)(?:\p{L}+ed|beat|shot|hit|struck|fought|met|held|drove|threw|caught|left|took|sent|sought|overran|overcame)$/u;

/** "Surrounded the rebels": a verb in front makes an object of a group. */
function isBehindVerb(tokens: readonly Token[], entity: Entity): boolean {
  let i = entity.first - 1;
  while (
    i > 0 &&
    /^(?:the|a|an|some|several|many|two|three|four|five|six|\d+|dozens|hundreds|of)$/.test(
      tokens[i]?.lower ?? "",
    )
  )
    i -= 1;
  return DONE_TO.test(tokens[i]?.lower ?? "");
}

/** Who does what the verb at `at` tells; behind a comma the objects of the verbs before it do not. */
export function subjectOf(
  context: RoleContext,
  at: number,
  from: number,
  isBehindComma = false,
): Entity | undefined {
  const { tokens, entities } = context;
  const before = entities.filter(
    (e) => e.last <= at && e.first >= from && at - e.last < 18 && canAct(context, e),
  );
  // "The leader of the guerrillas who hijacked the plane": the relative clause is about the nearest.
  const head = before.findLast(
    (e) => at - e.last <= 4 && /^(?:who|that|which)$/.test(tokens[e.last]?.lower ?? ""),
  );
  if (head) return head;
  const free = before.filter((e) => governedBy(tokens, e) === "" && !onlySays(tokens, e, at));
  return isBehindComma ? free.findLast((e) => !isBehindVerb(tokens, e)) : free.at(-1);
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
    if (!canAct(context, entity, true)) continue;
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
