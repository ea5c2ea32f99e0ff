import type { Cue } from "./cues";
import type { Entity } from "./entities";
import { asSense, type Sense } from "./lexicon";
import type { PlaceUse } from "./place-choice";
import type { Token } from "./tokens";

/** A cue with the words around it. */
export type Setting = {
  cue: Cue;
  /** Seven words after it, ten before it, in lower case. */
  after: string[];
  before: string[];
  tokens: readonly Token[];
  entities: readonly Entity[];
  places: readonly PlaceUse[];
};

/** What the surroundings of some cues say about them. */
export type Rule = {
  /** The words of the cues that it speaks of. */
  words: RegExp;
  /** Answers with the cue in its new sense, or null when there is nothing to say. */
  read: (setting: Setting) => Cue | null;
};

export const rule = (words: Rule["words"], read: Rule["read"]): Rule => ({ words, read });

/** A capitalised name that some town bears, though nothing marks it as a place. */
export const isTownName = (entity: Entity): boolean =>
  entity.kind === "place" || (entity.kind === "name" && entity.towns.length > 0);

export const some = (words: readonly string[], pattern: RegExp): boolean =>
  words.some((word) => pattern.test(word));

export const retype = ({ first, last, start, end, words, sense }: Cue, change: Partial<Sense>): Cue => ({
  first,
  last,
  start,
  end,
  words,
  sense: asSense({ ...sense, ...change }),
});

/** No event here, and no word about the kind of one. */
export const dismissed = (cue: Cue): Cue => retype(cue, { role: "evidence", type: null });

const BE = /^(?:was|were|been|being|is|are)$/;

/** "Were also taken"; "was dispersing" is active. */
export const isPassive = ({ before, cue }: Setting): boolean =>
  cue.sense.pos !== "ing" &&
  (BE.test(before.at(-1) ?? "") ||
    (/^(?:also|again|later|then)$|ly$/.test(before.at(-1) ?? "") && BE.test(before.at(-2) ?? "")));

/** Words beside a verb that can be what it is done to: behind it, or in front of a passive. */
export const objectWords = (setting: Setting, reach = 6): string[] =>
  isPassive(setting) ? setting.before.slice(-reach - 1) : setting.after.slice(0, reach);

/** The last group or actor in front of the cue. */
export const subjectEntity = ({ cue, entities }: Setting, reach: number): Entity | undefined =>
  entities.findLast(
    (e) => e.last <= cue.first && e.first >= cue.first - reach && (e.kind === "group" || e.kind === "actor"),
  );

/** Which side the last group or actor in front of the cue is on. */
export function subjectSide(setting: Setting, reach = 9): "force" | "armed" | "civilian" | null {
  const subject = subjectEntity(setting, reach);
  if (subject?.kind === "group") return subject.noun;
  if (subject?.kind !== "actor") return null;
  return /state/.test(subject.actor.kind) ? "force" : "armed";
}

export const PERSON =
  /^(?:leader|leaders|commander|commanders|facilitator|facilitators|suspects?|insurgents?|militants?|individuals?|men|man|members?|fighters?|terrorists?|rebels?|gunm[ae]n|soldiers?|hostages?|suspected|operative|operatives|associates?|people|persons?|woman|women|journalists?|activists?|students?|youths?|teenagers?|politicians?|officials?|nationals?|citizens?|miscreants?|extremists?|militiam[ae]n|policem[ae]n|protesters?|supporters?|brothers?|accomplices?|doctors?|priests?|nuns?|tourists?|sailors?|villagers?|engineers?|workers?|drivers?|girls?|boys?|children|pupils?|worshippers?|pilgrims?|crew|passengers?|operators?|financiers?|suppliers?|recruiters?|bombmakers?|experts?|chiefs?|heads?|dealers?|smugglers?|deputy|figures?|masterminds?|boss|bosses|ringleaders?|cleric|lords?|assailants?|attackers?|bombers?|hijackers?|kidnappers?|pirates?|gangsters?|jihadis?|jihadists?|separatists?|guerrillas?|insurgent|trio|duo)$/;

export const CAPTIVE =
  /^(?:hostages?|prisoners?|captives?|detainees?|abductees|missionar(?:y|ies)|schoolgirls|girls?|boys?|pupils?|students?|schoolchildren|children|engineers?|workers|crew|sailors|pilgrims|journalists?|soldiers?|policem[ae]n|priests?|nuns?|tourists?|passengers?|aid|women|men|victims?|villagers?|doctors?|drivers?|teachers?|businessm[ae]n|inspector|couple)$/;

/** Ships, planes and vehicles that are hijacked. */
export const CRAFT =
  /^(?:tankers?|supertanker|ships?|vessels?|freighters?|boats?|trawlers?|yachts?|plane|planes|airliner|jetliner|flight|bus|buses|carrier|dhow|barge|tug|ferry|jet|jets|lorr(?:y|ies)|trucks?|mv|mt)$/;
