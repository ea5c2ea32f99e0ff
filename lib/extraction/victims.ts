import { type Casualty, plainCasualty } from "./casualty";
import { partiesIn } from "./casualty-parties";
import type { Entity } from "./entities";
import { GROUP_NOUNS } from "./entity-words";
import { allMatches, holds, holdsIn, seek, seekIn } from "./matches";
import { participantOf, type RoleUse } from "./participants";
import { DOERS, HARDLY, KIN, PERSON } from "./person-words";
import type { Span } from "./text";

const PERSON_WORD = new RegExp(`^${PERSON}s?$`, "iu");
/** Whoever they are, they are no more than people. */
const ANYBODY =
  /^(?:people|persons?|others?|individuals?|victims?|dead|wounded|injured|casualties|members?)$/i;
const STOP =
  /^(?:in|at|on|near|from|by|with|to|for|of|across|throughout|against|between|amid|without|via|until|if|and|or|but|who|which|that|when|where|while|as|after|before|during|since|was|were|is|are|been|have|has|had|being|died|dead|killed|wounded|injured|hurt|missing|said|outside|inside|along|around|into|over|under|early|late|yesterday|today|including|among|aged|lost|suffered|sustained|received|perished|fatally|also|on-duty|dying|lay|traveling|travelling|riding|working|guarding|waiting|trying|reported|believed|confirmed|feared|instantly|seriously|critically|shot|gunned|burned|burnt|stabbed|trapped|taken|treated|belonging|\d+)$/i;
const LEADING =
  /^(?:more|other|further|additional|of|its|his|her|their|the|these|those|another|innocent|unarmed|\w+-year-old|\d+)$/i;

const isPeople = (word: string): boolean =>
  GROUP_NOUNS.has(word.toLowerCase()) || PERSON_WORD.test(word) || ANYBODY.test(word);

const isNationOrSide = (word: string): boolean =>
  /^\p{Lu}\p{L}{3,}$/u.test(word) &&
  !/day$|^(?:January|February|March|April|June|July|August|September|October|November|December)$/.test(word);

const NEXT_WORDS = /[ ]([\p{L}\p{M}\d'.-]+)/gu;

/** The noun phrase that says who was counted, behind a number: " Malaysian tourists". */
function phraseBehind(plain: string, at: number, end: number): Span | null {
  const words = allMatches(plain.slice(at, Math.min(end, at + 90)), NEXT_WORDS);
  let last: Span | null = null;
  let first = -1;
  let expected = 0;
  for (const match of words.slice(0, 8)) {
    const word = match[1]?.replace(/\.$/, "") ?? "";
    if (match.index !== expected) break;
    expected = match.index + match[0].length;
    if (first < 0 && LEADING.test(word)) continue;
    if (STOP.test(word)) break;
    const start = at + match.index + 1;
    if (first < 0) first = start;
    if (isPeople(word) || isNationOrSide(word)) last = { start: first, end: start + word.length };
  }
  return last;
}

const DETERMINER = /^(?:an?|another|the|one|\p{Lu}\p{L}+'s) (?:[\p{L}\d-]+-year-old )?/iu;
const NAME_AT_END =
  /\p{Lu}[\p{L}\p{M}'-]*\.?(?: (?:(?:al|el|de|del|bin|ibn|van|von|der|da|dos)[ -])?(?:al-)?\p{Lu}[\p{L}\p{M}'-]*\.?){1,5}$/u;

/** Where the text says who a casualty is, or null: his wife, their crew and nobody in particular are no side. */
function labelOf(plain: string, casualty: Casualty, end: number): Span | null {
  const text = plain.slice(casualty.start, casualty.end);
  if (
    /^(?:his|her|their|its|he|she|him|himself|herself|themselves|fatal|the (?:man|woman|boy|girl|victim)'s)\b|\b(?:him|her)$/i.test(
      text,
    )
  )
    return null;
  if (casualty.who === null && !PERSON_WORD.test(text.split(" ").at(-1) ?? ""))
    return phraseBehind(plain, casualty.end, end);
  const isNamed = casualty.who !== null && !casualty.who.startsWith("a ");
  const lead = isNamed ? (NAME_AT_END.exec(text)?.index ?? -1) : (DETERMINER.exec(text)?.[0].length ?? 0);
  return lead < 0 || text.length > 80 ? null : { start: casualty.start + lead, end: casualty.end };
}

/** "Seven fighters of the Council": whose people they are, if it has a name. */
function ownerAt(plain: string, at: number, entities: readonly Entity[]): RoleUse | null {
  const lead = /^ (?:of|from|belonging to) (?:the )?(?=\p{Lu})/u.exec(plain.slice(at, at + 24));
  const start = at + (lead?.[0].length ?? 0);
  const entity = lead && entities.find((one) => one.start === start);
  if (!entity || (entity.kind !== "actor" && entity.kind !== "group")) return null;
  const who = participantOf(entity);
  return (
    who && { ...who, role: "target", attribution: "confirmed", attributedBy: null, start, end: entity.end }
  );
}

/** The participant of a stretch: the known actor or group that it names, else its own words. */
function targetAt(plain: string, span: Span, entities: readonly Entity[]): RoleUse | null {
  const inside = entities.filter(
    (entity) => entity.start < span.end && span.start < entity.end && entity.kind !== "place",
  );
  const entity =
    inside.findLast((one) => one.kind === "actor" || one.kind === "group" || one.kind === "name") ??
    inside.at(-1);
  const owner = ownerAt(plain, span.end, entities);
  if (owner) return { ...owner, ...span };
  const words = plain.slice(span.start, span.end).replace(/\s+/g, " ");
  const head = words.split(" ").at(-1) ?? "";
  if (DOERS.test(head) || ANYBODY.test(words)) return null;
  const who =
    entity && entity.end >= span.end && entity.start <= span.start + 1 ? participantOf(entity) : null;
  // "One Palestinian was wounded": a person, not the state.
  const name = (entity?.kind === "demonym" ? null : who?.name) ?? words;
  if (name === "" || /^(?:US|UN)$/.test(name)) return null;
  return {
    slug: name === who?.name ? who.slug : null,
    name,
    side: who?.side ?? "civilian",
    role: "target",
    attribution: "confirmed",
    attributedBy: null,
    ...span,
    ...(HARDLY.test(words) ? { isWeak: true } : {}),
  };
}

const TAKEN =
  "(?:arrest|detain|kidnap|abduct|captur|apprehend|charg|rescu|free|releas|seiz|round)(?:p?ed|ing|p?ing|d|e)?(?: up)?|held|holding|hold|snatched|snatching|picked up|took|taken|taking|shot at|fired (?:at|on|upon)|firing (?:at|on)|shooting at|targeted|targeting|ambushed|ambushing|attacked|attacking|stabbed|stabbing";
const BEFORE_TAKEN = seekIn(new RegExp(`\\b(?:${TAKEN})(?: (?:away|hostage|captive|custody of))?\\s*$`, "i"));
const AFTER_TAKEN = seekIn(
  /^(?:(?! (?:said|says|told|who|and|or|after|when|were|was|had|have|has|been)\b) [\p{L}\p{M}\d'.-]+){0,6}(?:,? (?:aged )?\d{1,3},?)?(?:, [^,;.]{2,60},)? (?:(?:was|were|been|being|have been|has been|had been|are|is|also|later|reportedly|immediately) ){1,3}(?:arrested|detained|kidnapped|abducted|captured|apprehended|charged|rescued|freed|released|held|seized|snatched|picked up|taken (?:hostage|captive|away|into custody|prisoner)|ambushed|attacked|stabbed|shot|targeted|fired (?:at|on|upon))\b/iu,
);
/** "Two young men shot by the police". */
const SHOT_BY = seekIn(
  /^(?:(?! (?:said|who|and|or|were|was|had|have|has|been)\b) [\p{L}\p{M}'.-]+){0,4} (?:shot|arrested|detained|kidnapped|abducted|captured|seized|attacked|ambushed|stabbed|taken)(?: \w+){0,2} by\b/iu,
);
const HINT = seek(
  /arrest|detain|kidnap|abduct|captur|apprehend|charged|rescu|freed|releas|seiz|held|snatch|picked up|took|taken|shot|fired|firing|target|ambush|attack|stabb|rounded/i,
);

/** Who was arrested, taken, freed or shot at: "five men", "a police inspector", "Romeo Tumaliuan". */
export function takenIn(plain: string, stretch: Span, entities: readonly Entity[]): RoleUse[] {
  const text = plain.slice(stretch.start, stretch.end);
  const found: RoleUse[] = [];
  if (!holds(text, HINT)) return found;
  for (const party of partiesIn(text)) {
    if (found.length >= 6 || party.kind === "self") continue;
    const isLed = holdsIn(text, text.slice(Math.max(0, party.start - 40), party.start), BEFORE_TAKEN);
    const behind = text.slice(party.end, party.end + 160);
    if (!isLed && !holdsIn(text, behind, AFTER_TAKEN) && !holdsIn(text, behind, SHOT_BY)) continue;
    const [start, end] = [stretch.start + party.start, stretch.start + party.end];
    const casualty = {
      ...plainCasualty("injured", party.count, { start, end }),
      who: party.kind === "count" ? null : party.kind === "named" ? party.words : "a person",
    };
    const label = labelOf(plain, casualty, stretch.end);
    const isMen =
      label !== null && HARDLY.test(plain.slice(label.start, label.end)) && party.kind === "count";
    const target =
      label && targetAt(plain, isMen ? { start: end - party.words.length, end: label.end } : label, entities);
    if (target && !found.some((other) => other.name === target.name)) found.push(target);
  }
  return found;
}

/** "His wife and their two sons": known by somebody else only. */
const isKin = (plain: string, { start }: Span, label: Span): boolean =>
  KIN.test(plain.slice(label.start, label.end)) &&
  /\b(?:his|her|their|its|whose) (?:\w+ )?$/i.test(plain.slice(Math.max(0, start - 24), start));

/** Whom the counts of a stretch name: the dead and the hurt are targets. */
export function victimsOf(
  plain: string,
  stretch: Span,
  casualties: readonly Casualty[],
  entities: readonly Entity[],
): RoleUse[] {
  const found: RoleUse[] = [];
  for (const casualty of casualties) {
    if (
      casualty.count.max === 0 ||
      casualty.isToll ||
      /^(?:deaths?|killings?|murders?)\b/i.test(plain.slice(casualty.start, casualty.start + 8)) ||
      found.length >= 6
    )
      continue;
    const label = labelOf(plain, casualty, stretch.end);
    if (label && isKin(plain, casualty, label)) continue;
    const target = label && targetAt(plain, label, entities);
    if (target && !found.some((other) => other.name === target.name)) found.push(target);
  }
  return found;
}
