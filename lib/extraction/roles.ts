import type { ParticipationRole } from "@/lib/taxonomy/terms";
import type { Cue } from "./cues";
import type { Entity } from "./entities";
import { attributionOf, participantOf, type RoleUse } from "./participants";
import { BYSTANDERS, DOERS, HARDLY } from "./person-words";
import { agentOf, canAct, isFreeAt, objectOf, type RoleContext, subjectOf } from "./role-search";
import { siteBefore, siteBehind } from "./role-sites";
import { shipsHit } from "./ships";
import type { Token } from "./tokens";
import { isOf, wordClass } from "./word-class";

const BE = /^(?:was|were|been|being|be|is|are|got|get)$/;

/** "Commandos of the Shining Path", "members of the ADF": whose people they are, if it has a name. */
function ownerOf({ tokens, entities }: RoleContext, entity: Entity): Entity | undefined {
  if (entity.kind !== "group" || entity.actor || tokens[entity.last]?.lower !== "of") return undefined;
  return entities.find(
    (e) =>
      e.first > entity.last &&
      e.first <= entity.last + 3 &&
      (e.kind === "actor" || (e.kind === "group" && /^\p{Lu}/u.test(e.text))) &&
      tokens
        .slice(entity.last + 1, e.first)
        .every((token) =>
          /^(?:the|a|an|maoist|islamist|leftist|rightist|outlawed|banned|rebel)$/.test(token.lower),
        ),
  );
}

/** "An Algerian was arrested": a person, not the state. */
function oneOf({ tokens }: RoleContext, entity: Entity): ReturnType<typeof participantOf> {
  const isOne =
    entity.kind === "demonym" &&
    /^(?:an?|one|another|two|three|four|five|the|\d+)$/.test(tokens[entity.first - 1]?.lower ?? "");
  const next = tokens[entity.last];
  return isOne && (!next?.isWord || /^(?:was|were|is|who|in|from|on|at|had|has|and|have)$/.test(next.lower))
    ? { slug: null, name: entity.text, side: "civilian" }
    : null;
}

function makeRole(context: RoleContext, entity: Entity | undefined, role: ParticipationRole): RoleUse | null {
  const who = entity && (oneOf(context, entity) ?? participantOf(ownerOf(context, entity) ?? entity));
  if (!entity || !who || (role === "target" && DOERS.test(who.name))) return null;
  if (role === "perpetrator" && BYSTANDERS.test(who.name) && !/\barmed\b/i.test(who.name)) return null;
  return {
    ...who,
    role,
    attribution: attributionOf(context.tokens, entity.first),
    attributedBy: null,
    start: entity.start,
    end: entity.end,
    ...(role === "target" && HARDLY.test(who.name) ? { isWeak: true } : {}),
  };
}

/** Which way the verb turns: "was attacked by", "killed in the blast" put the victim first. */
function isPassiveCue(tokens: readonly Token[], cue: Cue, from: number, to: number): boolean {
  if (cue.sense.pos !== "participle") return false;
  let i = cue.first - 1;
  while (i > from && /ly$|^(?:also|then|not|both|later)$/.test(tokens[i]?.lower ?? "")) i -= 1;
  const next = cue.last < to ? tokens[cue.last] : undefined;
  if (BE.test(tokens[i]?.lower ?? "") || next?.lower === "by") return true;
  // "Two engineers kidnapped in May".
  if (
    /^(?:kidnapped|abducted|hijacked|captured|murdered|assassinated|beheaded)$/.test(cue.words) &&
    /^(?:in|at|near|from|on|during|last|since|two|three|more|earlier)$/.test(next?.lower ?? "")
  )
    return true;
  return (
    /killed|wounded|injured|hurt|arrested|detained/.test(cue.words) &&
    tokens[cue.last + 1]?.lower !== "least" &&
    (!next?.isWord ||
      /^(?:by|in|at|near|on|after|when|and|during|as|while|early|late|since)$/.test(next.lower))
  );
}

/** What is done to sites and vehicles, not to people alone. */
const HITS =
  /attack|bomb|dynamit|blast|wreck|pound|machine|strafe|rocked|demolish|shatter|rip|tore|torn|storm|raid|hit|struck|strike|target|shell|blew up|blow|destroy|ram|fired|burn|torch|set |hijack|seiz|board|ambush|hurl|threw|throw|lob|damag|sank|sunk|overr|assault|stone|loot|explod|vandal|occup|shot/;
/** What is fired or thrown stands before whom it was meant for. */
const SHOOTS = /^(?:fir(?:ed|es|ing)?$|open(?:ed|s|ing)? fire|hurl|thr[eo]w|lob|launch)/;
const VICTIM_VERB = /^(?:die|died|dies|dying|perished)$/;
/** Things do this: bombs explode, rockets land. */
const THING_VERB = /^(?:exploded|explodes|went off|landed|blew up)$/;

function verbRoles(
  context: RoleContext,
  cue: Cue,
  from: number,
  to: number,
  isSecond: boolean,
): (RoleUse | null)[] {
  const { tokens } = context;
  const { outcome } = cue.sense;
  const isThing = THING_VERB.test(cue.words);
  if (isThing && !/^blew up$/.test(cue.words)) return [siteAround(tokens, cue.last, to)];
  const agentRole = outcome === "intercepted" || outcome === "foiled" ? "defender" : "perpetrator";
  if (VICTIM_VERB.test(cue.words)) return [makeRole(context, subjectOf(context, cue.first, from), "target")];
  if (isPassiveCue(tokens, cue, from, to)) {
    return [
      makeRole(context, subjectOf(context, cue.first, from), "target"),
      makeRole(context, agentOf(context, cue.last, to), agentRole),
      HITS.test(cue.words) ? siteBefore(tokens, cue.first, from) : null,
    ];
  }
  // "..., killing 12": the subject is that of the main verb, which has been read already.
  const lead = tokens[cue.first - 1]?.lower ?? "";
  const isMeans =
    (cue.sense.pos === "ing" && /^(?:by|of|for|without|from|and)$/.test(lead)) ||
    (isSecond && /^(?:and|,)$/.test(lead));
  const isBehindComma = cue.sense.pos === "ing" && lead === ",";
  const subject = isMeans ? undefined : subjectOf(context, cue.first, from, isBehindComma);
  const opener = /^(?:clash|fight|fought|exchange|battle)/.test(cue.words)
    ? /^with$/
    : SHOOTS.test(cue.words)
      ? /^(?:at|on|upon|into|against)$/
      : null;
  // "Masked men blew up the pipeline", but "a car blew up": only who stands beside it does it.
  if (isThing && (!subject || cue.first - subject.last > 1)) return [siteAround(tokens, cue.last, to)];
  const object = objectOf(context, cue.last, to, opener);
  const isTarget = (object === undefined || object !== subject) && agentRole !== "defender";
  const isAimed = opener !== null && SHOOTS.test(cue.words);
  const near = tokens.slice(cue.last, Math.min(to, cue.last + 6));
  const aim = isAimed ? near.findIndex(({ lower }) => opener.test(lower)) + 1 : 0;
  const hasSite = isTarget && (HITS.test(cue.words) || aim > 0);
  const site = hasSite ? siteBehind(tokens, cue.last + aim, to) : null;
  return [makeRole(context, subject, agentRole), isTarget ? makeRole(context, object, "target") : null, site];
}

/** What states do with their forces; a bombing or a killing may be anybody's. */
const STATE_DEED =
  /strike|raid|shell|bombard|artillery|missile|drone|offensive|operation|fire|invasion|incursion|jet|warplane|aircraft|assassination|rocket|blockade|interception/;

function nounRoles(context: RoleContext, cue: Cue, from: number, to: number): (RoleUse | null)[] {
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
        (e.kind === "country" &&
          (/^(?:US|U\.S\.|UK|U\.K\.)$/.test(e.text) || tokens[e.last]?.text === "'s"))),
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
  const doer = modifier || agent ? undefined : lightSubject(context, cue, from);
  const isClash = cue.sense.type === "armed-clash" && tokens[cue.last]?.lower === "between";
  if (isClash) {
    return entities
      .filter((e) => e.first > cue.last && e.first < cue.last + 12 && canAct(context, e))
      .slice(0, 2)
      .map((e) => makeRole(context, e, "other"));
  }
  // "Israeli airstrike" is Israel's, "Algerian massacres" are only in Algeria.
  const isWhere =
    (modifier?.kind === "demonym" || modifier?.kind === "country") &&
    (isProtest || (!STATE_DEED.test(cue.words) && target === undefined));
  return [
    makeRole(context, isWhere ? undefined : modifier, "perpetrator"),
    makeRole(context, agent, "perpetrator"),
    makeRole(context, isProtest ? undefined : doer, "perpetrator"),
    makeRole(context, target, "target"),
    siteOn(tokens, cue.last, to),
  ];
}

/** "Exploded outside the police headquarters": what a bomb went off beside was its target. */
function siteAround(tokens: readonly Token[], at: number, to: number): RoleUse | null {
  const near = tokens.slice(at, Math.min(to, at + 8));
  const beside = near.findIndex(
    (token, i) =>
      /^(?:outside|inside|at|against|beside)$/.test(token.lower) ||
      (token.lower === "of" && near[i - 1]?.lower === "front"),
  );
  return beside < 0 ? null : siteBehind(tokens, at + beside + 1, to);
}

const LIGHT =
  /^(?:conducted|conducts|conducting|perpetrated|perpetrating|committed|committing|staged|staging|mounted|mounting|unleashed|waged|executed)$/;

/** "The militia carried out an attack", "responded with air strikes": the noun's doer is the verb's subject. */
function lightSubject(context: RoleContext, cue: Cue, from: number): Entity | undefined {
  const { tokens } = context;
  for (let i = cue.first - 1; i >= Math.max(from, cue.first - 7); i -= 1) {
    const [word, next] = [tokens[i]?.lower ?? "", tokens[i + 1]?.lower ?? ""];
    const isVerb =
      LIGHT.test(word) ||
      (/^carr(?:ied|ies|ying)$/.test(word) && next === "out") ||
      (/^(?:responded|retaliated|replied)$/.test(word) && next === "with");
    if (isVerb)
      return /^(?:was|were|been|being|be)$/.test(tokens[i - 1]?.lower ?? "")
        ? undefined
        : subjectOf(context, i, from);
    if (/^[,;.]$/.test(word)) return undefined;
  }
  return undefined;
}

/** "An attack on the US embassy": a site behind the preposition of the deed. */
function siteOn(tokens: readonly Token[], at: number, to: number): RoleUse | null {
  const near = tokens.slice(at, Math.min(to, at + 5));
  const on = near.findIndex((token) => /^(?:on|against|targeting)$/.test(token.lower));
  return on < 0 ? null : siteBehind(tokens, at + on + 1, to);
}

const DOER =
  /\b(?:gunm[ae]n|protest(?:e|o)rs?|demonstrators?|rioters?|hijackers?|kidnappers?|marchers?|militants|insurgents|rebels|pirates|bandits|assailants|attackers|looters|strikers|mob|snipers?)$/;

/** "Demonstrators set tyres on fire": a word for doers at the head of its clause, with a verb of doing. */
function doerIn(context: RoleContext, cue: Cue, from: number): RoleUse | null {
  if (cue.sense.pos !== "noun" || !DOER.test(cue.words)) return null;
  const { tokens, entities } = context;
  const entity = entities.find((e) => e.kind === "group" && e.first <= cue.first && cue.last <= e.last);
  if (!entity || !isFreeAt(tokens, entity)) return null;
  const before = tokens[entity.first - 1];
  const isHead =
    entity.first <= from + 2 ||
    before?.isWord !== true ||
    /^(?:when|as|after|where|that|while|and|but|two|three|four|five|six|several|some|many|armed|of)$/.test(
      before.lower,
    );
  const next = tokens[entity.last]?.lower ?? "";
  if (
    !isHead ||
    !/^[a-z]+$/.test(next) ||
    /^(?:were|was|are|been|had been|in|at|on|killed|dead|injured|wounded|by|arrested)$/.test(next)
  )
    return null;
  return makeRole(context, entity, "perpetrator");
}

/** "Hijacked the MV Sea Horse", "the tanker Northern Star was hit": ships by their names. */
function shipTargets({ tokens }: RoleContext, cues: readonly Cue[], from: number, to: number): RoleUse[] {
  const deeds = cues
    .filter(({ words, sense }) => sense.role !== "evidence" && HITS.test(words))
    .map((cue) => ({ ...cue, isPassive: isPassiveCue(tokens, cue, from, to) }));
  if (deeds.length === 0) return [];
  return shipsHit(tokens, deeds)
    .filter(({ first, last }) => first >= from && last <= to)
    .map(({ name, start, end }) => ({
      slug: null,
      name,
      side: "other",
      role: "target",
      attribution: "confirmed",
      attributedBy: null,
      start,
      end,
    }));
}

const HOST = wordClass(({ lower }) => lower === "housing" || lower === "hosting");

/** Who did what to whom, from the words around the cues of one event (tokens `from` to `to`). */
export function findRoles(context: RoleContext, cues: readonly Cue[], from: number, to: number): RoleUse[] {
  const roles: RoleUse[] = [];
  for (const cue of cues) {
    const doer = doerIn(context, cue, from);
    if (doer) roles.push(doer);
    if (
      cue.sense.role === "evidence" &&
      !/^(?:gunm[ea]n|suicide bomber|protesters?|hijackers?|kidnappers?)$/.test(cue.words)
    )
      continue;
    const isSecond = cues.some(
      ({ first, sense }) =>
        first < cue.first && (sense.pos === "noun" ? sense.role === "event" : sense.role !== "evidence"),
    );
    const found =
      cue.sense.pos === "noun"
        ? nounRoles(context, cue, from, to)
        : verbRoles(context, cue, from, to, isSecond);
    for (const role of found) {
      if (role && !roles.some((other) => other.name === role.name)) roles.push(role);
    }
  }
  for (const ship of shipTargets(context, cues, from, to))
    if (!roles.some((role) => role.name === ship.name)) roles.push(ship);
  const host = context.tokens.find((token, i) => i >= from && i < to && isOf(token, HOST));
  const guest =
    host && context.entities.find((e) => e.start > host.end && e.start < host.end + 30 && canAct(context, e));
  const target = makeRole(context, guest, "target");
  return target && !roles.some((role) => role.name === target.name) ? [...roles, target] : roles;
}
