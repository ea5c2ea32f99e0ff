import type { Attribution, ParticipationRole } from "@/lib/taxonomy/terms";
import type { Cue } from "./cues";
import type { Entity } from "./entities";
import type { PlaceUse } from "./place-choice";
import type { Span } from "./text";
import type { Token } from "./tokens";

/** Somebody's part in an event, as one sentence tells it. */
export type RoleUse = Span & {
  slug: string | null;
  name: string;
  role: ParticipationRole;
  attribution: Attribution;
  attributedBy: string | null;
  /** What the name stands for, to tell fights between armed sides from attacks on civilians. */
  side: "force" | "armed" | "civilian" | "other";
};

export type RoleContext = {
  tokens: readonly Token[];
  entities: readonly Entity[];
  places: readonly PlaceUse[];
};

const BE = /^(?:was|were|been|being|be|is|are|got|get)$/;
const PREPOSITION =
  /^(?:of|in|by|with|at|to|against|on|from|for|near|between|inside|outside|into|over|among|under|via|per|through|during|towards?|as)$/;

const KIND_SIDES: Partial<Record<string, RoleUse["side"]>> = {
  state: "force",
  "state-force": "force",
  coalition: "force",
  militia: "armed",
  "armed-group": "armed",
  civilians: "civilian",
};

/** The participant that an entity names, or null for a place or a name nobody knows. */
export function participantOf(entity: Entity): Pick<RoleUse, "slug" | "name" | "side"> | null {
  if (entity.kind === "actor")
    return {
      slug: entity.actor.slug,
      name: entity.actor.name,
      side: KIND_SIDES[entity.actor.kind] ?? "other",
    };
  if (entity.kind === "country" || entity.kind === "demonym")
    return {
      slug: entity.state?.slug ?? null,
      name: entity.state?.name ?? entity.country.name,
      side: "force",
    };
  if (entity.kind === "group") {
    const isBare = !/\s/.test(entity.text);
    if (entity.actor)
      return {
        slug: entity.actor.slug,
        name: entity.actor.name,
        side: KIND_SIDES[entity.actor.kind] ?? entity.noun,
      };
    if (
      isBare &&
      /^(?:people|person|men|women|group|groups|force|members|officials?|leader|general|commander|family|families|president|minister|crowds?|movement|personnel|workers|residents|governor|mayor|ambassador|chief|officers?)$/i.test(
        entity.text,
      )
    )
      return null;
    return { slug: null, name: entity.text.replace(/\s+/g, " "), side: entity.noun };
  }
  return null;
}

function attributionOf(tokens: readonly Token[], at: number): Attribution {
  const near = tokens.slice(Math.max(0, at - 8), at + 1).map((token) => token.lower);
  if (near.some((word) => /^(?:suspected|suspects?|presumed|probably|apparently)$/.test(word)))
    return "suspected";
  return near.some((word) => /^(?:reportedly|allegedly|alleged|accused|purportedly|supposedly)$/.test(word))
    ? "alleged"
    : "confirmed";
}

function makeRole(context: RoleContext, entity: Entity | undefined, role: ParticipationRole): RoleUse | null {
  const who = entity && participantOf(entity);
  if (!entity || !who) return null;
  return {
    ...who,
    role,
    attribution: attributionOf(context.tokens, entity.first),
    attributedBy: null,
    start: entity.start,
    end: entity.end,
  };
}

const isLocative = (context: RoleContext, entity: Entity): boolean =>
  context.places.some((use) => use.isLocative && entity.first < use.last && use.first < entity.last);

/** Stands for somebody here: not a place, not "Yemen-based", not what a preposition other than `allowed` governs. */
function canAct(context: RoleContext, entity: Entity): boolean {
  if (entity.kind === "name" || entity.kind === "place") return false;
  const next = context.tokens[entity.last];
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
    // An adjective before a noun that is no actor: "Iraqi air base".
    return (
      next === undefined ||
      !next.isWord ||
      !/^(?:air|oil|border|capital|city|town|province|village|base|bases|side|soil|territory|port|embassy|consulate|airspace|parliament|elections?|president|airbase|army)$/.test(
        next.lower,
      )
    );
  }
  return true;
}

function governedBy(tokens: readonly Token[], entity: Entity): string {
  for (let i = entity.first - 1; i >= Math.max(0, entity.first - 6); i -= 1) {
    const token = tokens[i];
    if (!token) return "";
    if (PREPOSITION.test(token.lower)) return token.lower;
    if (
      !/^(?:the|a|an|some|two|three|four|five|six|several|many|other|suspected|its|their|his|all|both|new|unidentified|armed|local|combined|\d+|more|than|least|dozens|hundreds|of)$/.test(
        token.lower,
      )
    )
      return "";
  }
  return "";
}

function subjectOf(context: RoleContext, at: number, from: number): Entity | undefined {
  const { tokens, entities } = context;
  const before = entities.filter(
    (e) => e.last <= at && e.first >= from && at - e.last < 18 && canAct(context, e),
  );
  const free = before.filter((e) => governedBy(tokens, e) === "");
  return free.at(-1);
}

function agentOf(context: RoleContext, at: number, to: number): Entity | undefined {
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

function objectOf(context: RoleContext, at: number, to: number, opener: RegExp | null): Entity | undefined {
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

function verbRoles(
  context: RoleContext,
  cue: Cue,
  from: number,
  to: number,
  isSecond: boolean,
): (RoleUse | null)[] {
  const { tokens } = context;
  let i = cue.first - 1;
  while (i > from && /ly$|^(?:also|then|not|both|later)$/.test(tokens[i]?.lower ?? "")) i -= 1;
  const next = cue.last < to ? tokens[cue.last] : undefined;
  const isObjectless =
    /killed|wounded|injured|hurt|arrested|detained/.test(cue.words) &&
    tokens[cue.last + 1]?.lower !== "least" &&
    (!next?.isWord ||
      /^(?:by|in|at|near|on|after|when|and|during|as|while|early|late|since)$/.test(next.lower));
  const isPassive =
    cue.sense.pos === "participle" &&
    (BE.test(tokens[i]?.lower ?? "") || next?.lower === "by" || isObjectless);
  const agentRole =
    cue.sense.outcome === "intercepted" || cue.sense.outcome === "foiled" ? "defender" : "perpetrator";
  if (isPassive) {
    return [
      makeRole(context, subjectOf(context, cue.first, from), "target"),
      makeRole(context, agentOf(context, cue.last, to), agentRole),
    ];
  }
  if (
    /^(?:die|died|dies|dying|perished|exploded|explodes|detonated|went off|landed|blew up)$/.test(cue.words)
  ) {
    return [
      makeRole(
        context,
        subjectOf(context, cue.first, from),
        cue.words.startsWith("d") || cue.words === "perished"
          ? cue.words === "detonated"
            ? "perpetrator"
            : "target"
          : "other",
      ),
    ].filter((role) => role?.role !== "other");
  }
  // "..., killing 12": the subject is that of the main verb, which has been read already.
  const lead = tokens[cue.first - 1]?.lower ?? "";
  const isMeans =
    (cue.sense.pos === "ing" && /^(?:by|of|for|without|from|,|and)$/.test(lead)) ||
    (isSecond && /^(?:and|,)$/.test(lead));
  const subject = isMeans ? undefined : subjectOf(context, cue.first, from);
  const object = objectOf(
    context,
    cue.last,
    to,
    /^(?:clash|fight|fought|exchange|battle)/.test(cue.words) ? /^with$/ : null,
  );
  return [
    makeRole(context, subject, agentRole),
    object === subject ? null : makeRole(context, object, agentRole === "defender" ? "other" : "target"),
  ].filter((role) => role?.role !== "other");
}

function nounRoles(context: RoleContext, cue: Cue, to: number): (RoleUse | null)[] {
  const { tokens, entities } = context;
  const modifier = entities.find(
    (e) =>
      (e.last === cue.first ||
        (e.last === cue.first - 1 &&
          /^(?:'s|air|drone|missile|rocket|military|suicide|car|bomb|artillery)$/.test(
            tokens[e.last]?.lower ?? "",
          )) ||
        (e.last === cue.first - 2 && tokens[e.last]?.text === "'s")) &&
      (e.kind === "actor" ||
        e.kind === "group" ||
        e.kind === "demonym" ||
        (e.kind === "country" && /^(?:US|U\.S\.|UK|U\.K\.)$/.test(e.text))),
  );
  const isProtest = cue.sense.type?.includes("protest") === true;
  const opener =
    /^(?:assassination|killing|murder|beheading|execution|massacre|kidnapping|abduction|arrest|shooting|slaying|death)/.test(
      cue.words,
    )
      ? /^of$/
      : /^(?:on|against|targeting|at)$/;
  const target = objectOf(context, cue.last, to, opener);
  const agent = agentOf(context, cue.last, to);
  const isClash = cue.sense.type === "armed-clash" && tokens[cue.last]?.lower === "between";
  if (isClash) {
    return entities
      .filter((e) => e.first > cue.last && e.first < cue.last + 12 && canAct(context, e))
      .slice(0, 2)
      .map((e) => makeRole(context, e, "other"));
  }
  return [
    makeRole(context, isProtest && modifier?.kind === "demonym" ? undefined : modifier, "perpetrator"),
    makeRole(context, agent, "perpetrator"),
    makeRole(context, target, "target"),
  ];
}

/** Who did what to whom, from the words around the cues of one event (tokens `from` to `to`). */
export function findRoles(context: RoleContext, cues: readonly Cue[], from: number, to: number): RoleUse[] {
  const roles: RoleUse[] = [];
  for (const cue of cues) {
    if (
      cue.sense.role === "evidence" &&
      !/^(?:gunm[ea]n|suicide bomber|protesters?|hijackers?|kidnappers?)$/.test(cue.words)
    )
      continue;
    const isSecond = cues.some((other) => other.first < cue.first && other.sense.pos !== "noun");
    const found =
      cue.sense.pos === "noun" ? nounRoles(context, cue, to) : verbRoles(context, cue, from, to, isSecond);
    for (const role of found) {
      if (role && !roles.some((other) => other.name === role.name)) roles.push(role);
    }
  }
  const host = tokensBetween(context, from, to).find((token) => /^(?:housing|hosting)$/.test(token.lower));
  const guest =
    host && context.entities.find((e) => e.start > host.end && e.start < host.end + 30 && canAct(context, e));
  const target = makeRole(context, guest, "target");
  return target && !roles.some((role) => role.name === target.name) ? [...roles, target] : roles;
}

const tokensBetween = (context: RoleContext, from: number, to: number): readonly Token[] =>
  context.tokens.slice(from, to);
