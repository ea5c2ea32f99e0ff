import type { Cue } from "./cues";
import type { Entity } from "./entities";
import { GROUP_NOUNS } from "./entity-words";
import type { Sense } from "./lexicon";
import type { PlaceUse } from "./place-choice";
import type { Token } from "./tokens";

const AIRCRAFT =
  /^(?:plane|planes|aircraft|helicopter|helicopters|jet|jets|airliner|warplane|warplanes|jetliner|flight|chopper)$/;
const ARMS =
  /^(?:weapons?|arms|ammunition|explosives?|rifles?|munitions|grenades?|rockets?|missiles?|firearms|materials?|detonators?)$/;
const GOODS = /^(?:drugs?|opium|heroin|narcotics|cocaine|documents|cash|money|computers?|phones?|oil)$/;
const CRAFT =
  /^(?:tankers?|supertanker|ships?|vessels?|freighters?|boats?|trawlers?|yachts?|plane|planes|airliner|bus|buses|carrier|dhow)$/;
const PERSON =
  /^(?:leader|leaders|commander|commanders|facilitator|facilitators|suspects?|insurgents?|militants?|individuals?|men|man|members?|fighters?|terrorists?|rebels?|gunm[ae]n|soldiers?|hostages?|suspected|operative|operatives|associates?|people|woman|journalists?)$/;

const retype = (cue: Cue, change: Partial<Sense>): Cue => ({ ...cue, sense: { ...cue.sense, ...change } });

/** A cue with the words around it. */
type Setting = {
  cue: Cue;
  /** Seven words after it, ten before it, in lower case. */
  after: string[];
  before: string[];
  tokens: readonly Token[];
  entities: readonly Entity[];
  places: readonly PlaceUse[];
};

/** A rule answers with the cue in its new sense, or null when it has nothing to say. */
type Rule = (setting: Setting) => Cue | null;

const some = (words: readonly string[], pattern: RegExp): boolean => words.some((word) => pattern.test(word));
const CROWD = /^(?:protest(?:e|o)rs?|demonstrators?|mob|crowds?|rioters?|students|supporters|fans)$/;

const aircraftShotDown: Rule = ({ cue, before, after }) => {
  if (!/^(?:shot|shoot|shoots|shooting|brought|bring|bringing) down$|^down(?:ed|ing)$/.test(cue.words))
    return null;
  const around = [...before, ...after];
  if (!some(around, AIRCRAFT) || some(around, /^(?:drones?|uav|unmanned)$/)) return null;
  return retype(cue, { type: "shelling-artillery-missile-attack", outcome: undefined });
};

const stormed: Rule = ({ cue, before, after, tokens }) => {
  const isStorm = /^storm/.test(cue.words);
  if ((isStorm || /^overr[au]n/.test(cue.words)) && some([...before, ...after], CROWD)) {
    return retype(cue, { type: "violent-demonstration", strength: 3, role: "event" });
  }
  if (isStorm && before.some((word) => GROUP_NOUNS.get(word) === "armed"))
    return retype(cue, { role: "event" });
  const isBuilding = some(after, /^(?:school|theat(?:er|re)|hotel|hospital|embassy|restaurant|mall|bank)$/);
  if (!isBuilding || !/^(?:seiz|occup|took over|storm)/.test(cue.words)) return null;
  const isHostage = tokens.some((token) => /^hostages?$/.test(token.lower));
  return retype(cue, {
    type: isHostage ? "abduction-forced-disappearance" : "attack",
    strength: 3,
    role: "event",
  });
};

const SEIZE = /^(?:captur|seiz|capture|overr|secured)/;
const isPassive = ({ before }: Setting): boolean => /^(?:was|were|been)$/.test(before.at(-1) ?? "");

/** People are arrested, ships hijacked, weapons found; other goods make no event. */
const seizedObject: Rule = (setting) => {
  const { cue, before, after, entities } = setting;
  if (!SEIZE.test(cue.words) || cue.sense.pos === "noun") return null;
  const object = isPassive(setting) ? before : after;
  const isHeadlinePassive =
    some(before.slice(-3), PERSON) && /^(?:in|by|at|near|overnight|during|end|,)?$/.test(after[0] ?? "");
  const isPerson = entities.some(
    (e) =>
      e.first >= cue.last &&
      e.first <= cue.last + 3 &&
      (e.kind === "group" || (e.kind === "actor" && e.actor.kind === "person")),
  );
  if (isHeadlinePassive || isPerson || some(object, PERSON))
    return retype(cue, { type: "arrests", role: "event" });
  if (some(object, ARMS))
    return retype(cue, { type: "disrupted-weapons-use", strength: 2, outcome: "foiled", role: "weak" });
  if (some(object, CRAFT)) return retype(cue, { type: "abduction-forced-disappearance", role: "event" });
  return some(object, GOODS) ? retype(cue, { type: null, role: "evidence" }) : null;
};

/** Places change hands: who takes them says whether a government regains or loses them. */
const takenPlace: Rule = (setting) => {
  const { cue, entities, places, after } = setting;
  if (/^(?:fell|fallen|fall|falls) (?:to|under)$/.test(cue.words)) {
    const isPlace = places.some((use) => use.last <= cue.first && use.last > cue.first - 6);
    const isLost = isPlace && (cue.words.endsWith("to") || after.includes("control"));
    return retype(cue, isLost ? { role: "event" } : { role: "evidence", type: null });
  }
  if (/^(?:seize|seized|seizing|took|take|taken|taking) control$/.test(cue.words))
    return retype(cue, { role: "event" });
  if (!SEIZE.test(cue.words) || cue.sense.pos === "noun") return null;
  const isAfter = places.some(
    (use) => use.first >= cue.last && use.first <= cue.last + 6 && use.place.kind !== "country",
  );
  const isBefore =
    isPassive(setting) && places.some((use) => use.last <= cue.first && use.last > cue.first - 4);
  if (!isAfter && !isBefore) return null;
  const subject = entities.find(
    (e) => e.last <= cue.first && e.first >= cue.first - 8 && (e.kind === "group" || e.kind === "actor"),
  );
  const isForce =
    subject?.kind === "group"
      ? subject.noun === "force"
      : subject?.kind === "actor" && /state/.test(subject.actor.kind);
  return retype(cue, {
    type: isForce ? "government-regains-territory" : "non-state-actor-overtakes-territory",
    role: "event",
  });
};

const metCrowd: Rule = ({ cue, before, after }) => {
  if (!some([...before, ...after], CROWD)) return null;
  if (/^clash|^skirmish/.test(cue.words)) return retype(cue, { type: "violent-demonstration" });
  return /^(?:arrest|detain|detention)/.test(cue.words)
    ? retype(cue, { type: "protest-with-intervention" })
    : null;
};

const WARPLANES = /^(?:jets?|warplanes?|planes?|aircraft|helicopters?|f-\d+s?|air|drones?|bombers?)$/;

/** "Jets bombed the camps": bombs from the air. */
const bombedFromTheAir: Rule = ({ cue, before }) =>
  /^bomb(?:ed|s|ing)?$/.test(cue.words) && cue.sense.pos !== "noun" && some(before, WARPLANES)
    ? retype(cue, { type: "air-drone-strike", strength: 4 })
    : null;

/** "Blew up his car at a checkpoint": whoever drove it is in it. */
const blewUpOwnCar: Rule = ({ cue, after }) =>
  /^bl(?:e|o)w(?:n|ing|s)? up$|^(?:detonat|explod)(?:ed|ing)$/.test(cue.words) &&
  /^(?:his|her|their)$/.test(after[0] ?? "") &&
  some(after.slice(1, 4), /^(?:car|van|truck|lorry|vehicle|motorcycle|motorbike|taxi)$/)
    ? retype(cue, { type: "suicide-bomb", strength: 5 })
    : null;

const CAPTIVE =
  /^(?:hostages?|prisoners?|captives?|detainees?|abductees|missionaries|schoolgirls|girls|schoolchildren|engineers?|workers|crew|sailors|pilgrims|journalists?|soldiers)$/;

/** People are held by police, freed by captors; everything else that is held, freed or released is no event. */
const heldOrFreed: Rule = (setting) => {
  const { cue, before, after } = setting;
  const near = isPassive(setting) ? before.slice(-8) : after.slice(0, 5);
  if (/^(?:freed|released|hand(?:ed|ing) over|freeing|releasing)$/.test(cue.words) && some(near, CAPTIVE))
    return retype(cue, { role: "event" });
  const isHeld = /^held$/.test(cue.words) && some(before.slice(-4), PERSON) && !some(before, CAPTIVE);
  const isArrest = isHeld && /^(?:at|in|over|by|under|for)$/.test(after[0] ?? "");
  const isPickedUp = /^picked up$/.test(cue.words) && some(before, /^(?:police|troops|soldiers|officers)$/);
  if (isArrest || (isPickedUp && some(near, PERSON))) return retype(cue, { role: "event" });
  return cue.sense.role === "weak" && /^(?:free|releas|hand|h[eo]ld|pick)/.test(cue.words)
    ? retype(cue, { role: "evidence", type: null })
    : null;
};

/** "Had taken Mocimboa", "were taken from their car": towns and people are taken; anything else is no event. */
const taken: Rule = (setting) => {
  const { cue, before, after, entities, places } = setting;
  if (!/^(?:take|takes|took|taken|taking)$/.test(cue.words)) return null;
  const isTown = (use: PlaceUse) => use.first === cue.last && use.place.kind !== "country";
  const holder = entities.findLast(
    (e) => e.last <= cue.first && e.first >= cue.first - 6 && (e.kind === "group" || e.kind === "actor"),
  );
  if (places.some(isTown) && holder) {
    const isForce = holder.kind === "group" && holder.noun === "force";
    return retype(cue, {
      type: isForce ? "government-regains-territory" : "non-state-actor-overtakes-territory",
      role: "event",
    });
  }
  const isPeople = some(before.slice(-8), PERSON) || some(before.slice(-8), CAPTIVE);
  return isPassive(setting) && isPeople && /^(?:from|near|by|at)$/.test(after[0] ?? "")
    ? retype(cue, { type: "abduction-forced-disappearance", role: "event" })
    : retype(cue, { role: "evidence", type: null });
};

const BUILDING =
  /^(?:shops?|houses?|homes?|huts?|buildings?|stations?|vehicles?|cars?|buses|bus|offices?|schools?|churches|church|mosques?|clinics?|hospitals?|warehouses?|stores?|command|market|headquarters|villages?)$/;

/** "Burned the police command": buildings and vehicles are burnt as an act; fires burn by themselves. */
const burnt: Rule = (setting) => {
  if (!/^burn(?:ed|t|ing|s)?$/.test(setting.cue.words)) return null;
  const object = isPassive(setting) ? setting.before.slice(-5) : setting.after.slice(0, 5);
  return some(object, BUILDING)
    ? retype(setting.cue, { role: "event" })
    : retype(setting.cue, { role: "evidence", type: null });
};

const RULES: readonly Rule[] = [
  bombedFromTheAir,
  blewUpOwnCar,
  heldOrFreed,
  taken,
  burnt,
  aircraftShotDown,
  stormed,
  seizedObject,
  takenPlace,
  metCrowd,
];

/** The cue in the sense that its surroundings give it: who is captured, what is shot down, what is stormed. */
export function adjustCue(
  cue: Cue,
  tokens: readonly Token[],
  entities: readonly Entity[],
  places: readonly PlaceUse[],
): Cue {
  const after = tokens.slice(cue.last, cue.last + 7).map((token) => token.lower);
  const before = tokens.slice(Math.max(0, cue.first - 10), cue.first).map((token) => token.lower);
  const setting = { cue, after, before, tokens, entities, places };
  for (const rule of RULES) {
    const adjusted = rule(setting);
    if (adjusted) return adjusted;
  }
  return cue;
}

const WEAPON_VERB =
  /^(?:hit|hits|hitting|struck|strikes?|striking|landed|lands?|landing|fired?|fires|firing|launch(?:ed|es|ing)?|target(?:ed|s|ing)?|damaged?|destroyed?|pound(?:ed|ing)?|sank|sunk|sinking|thr[eo]wn?|hurl(?:ed|ing)|lobb(?:ed|ing)|put through|c[ao]me down|(?:ripped|tore|torn) through|slam(?:med)? into|fir(?:ed|ing) upon|rammed|ramming|packed with explosives|crash(?:ed)? into)$/;

/**
 * Whether a cue is an event by itself here. Weak words ("hit", "fired", "operation", "wounded") need a weapon,
 * another event word, casualties or "the" beside them.
 */
export function isSupported(
  cue: Cue,
  cues: readonly Cue[],
  hasCasualties: boolean,
  tokens: readonly Token[],
): boolean {
  const { role, pos, type } = cue.sense;
  if (role === "evidence") return false;
  if (role === "event") return !isPersonNoun(cue, tokens);
  const others = cues.filter((other) => other !== cue);
  const violent = others.some((other) => other.sense.role === "event" && other.sense.type !== "agreement");
  const weapon = others.some(
    (other) =>
      other.sense.role === "evidence" &&
      /shelling|air-|remote|suicide|grenade|chemical|attack|abduct/.test(other.sense.type ?? ""),
  );
  if (violent) return true;
  if (WEAPON_VERB.test(cue.words))
    return weapon || (hasCasualties && !/^(?:launch|target|land|damage|destroy)/.test(cue.words));
  if (type === "agreement")
    return (
      /sign|agree|declare|announce|reach/.test(cue.words) ||
      tokens.some((token) =>
        /^(?:signed|agreed|declared|announced|reached|brokered|came into effect|took)$/.test(token.lower),
      )
    );
  if (pos === "noun") {
    const isThe =
      /^(?:the|this|that|these|those)$/.test(tokens[cue.first - 1]?.lower ?? "") ||
      tokens[cue.first - 1]?.text === "'s";
    const isStrike =
      /^(?:strikes?|raids?|hits?)$/.test(cue.words) &&
      !others.some((other) => other.sense.type?.includes("protest"));
    return (
      hasCasualties ||
      weapon ||
      isThe ||
      (isStrike &&
        /^(?:a|an|military|u\.s\.|us|israeli|turkish|american|russian|retaliatory|deadly|night|dawn|in)$/.test(
          tokens[cue.first - 1]?.lower ?? "",
        ))
    );
  }
  if (/^(?:rall|march)/.test(cue.words))
    return (
      others.some((other) => /protest|demonstrat/.test(other.words)) ||
      tokens.some((token) => /^(?:thousands|hundreds|crowds|protesters|students)$/.test(token.lower))
    );
  return (
    hasCasualties ||
    weapon ||
    (type === "armed-clash" && tokens.some((token) => GROUP_NOUNS.get(token.lower) === "armed"))
  );
}

/** "The bombing suspect", "attack helicopter": the word only tells what somebody or something is. */
function isPersonNoun(cue: Cue, tokens: readonly Token[]): boolean {
  if (cue.sense.pos !== "noun") return false;
  const next = tokens[cue.last]?.lower ?? "";
  return /^(?:suspects?|helicopters?|aircraft|plans?|planners?|planning|mastermind|bomber)$/.test(next);
}
