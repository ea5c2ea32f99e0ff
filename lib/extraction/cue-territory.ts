import {
  CRAFT,
  dismissed,
  isPassive,
  isTownName,
  PERSON,
  type Rule,
  retype,
  rule,
  type Setting,
  some,
  subjectSide,
} from "./cue-setting";
import type { PlaceUse } from "./place-choice";

const lost = "non-state-actor-overtakes-territory";
const regained = "government-regains-territory";

/** What can be held: "seized the army post", "the base fell". */
const GROUND =
  /^(?:towns?|cit(?:y|ies)|villages?|bases?|posts?|outposts?|garrisons?|districts?|capital|crossings?|airport|airbase|airfield|barracks|dam|oilfields?|port|islands?|strongholds?|hills?|positions?|territory|neighbou?rhoods?|headquarters|enclave|highways?|province|camps?|complex|forts?|fortress|buildings?|bridges?|junction|settlements?|refiner(?:y|ies)|mines?|fields?|compound|checkpoints?|areas?)$/;
/** Words that may stand between a verb and the name of what it is done to. */
const LEAD =
  /^(?:the|a|an|of|all|most|much|parts?|nearby|strategic|key|small|northern|southern|eastern|western|central|border|neighbou?ring|district|provincial|capital|port|town|city|village|base|camp|post|area|back|island|country's|'s|area|control|military|army|main|whole|last)$/;
/** "The lakeside city of", "the UN safe area of": whatever stands before such a word describes it. */
const GROUND_OF =
  /^(?:town|city|village|port|area|enclave|island|district|capital|base|suburb|camp|outpost|stronghold|region|province|state|settlement|commune|junction|hamlet|hub|crossroads|airport|garrison|municipality|valley|peninsula)$/;
const SINCE_WHEN =
  /^(?:on|in|last|yesterday|this|earlier|at|by|after|from|to|without|overnight|,|\.|and|within)$/;

const isTown = (use: PlaceUse): boolean => use.place.kind !== "country";

/** "Abandoned in a district", "seized on a hill": the ground is where it was, not what was taken. */
const ASIDE = /^(?:in|at|near|from|on|by|with|to|for|outside)$/;

/** The place that is the object: named right behind the verb, with nothing but "the town of" between. */
function namedAfter({ cue, places, tokens, entities }: Setting): boolean {
  return [...places.filter(isTown), ...entities.filter(isTownName)].some(
    (use) =>
      use.first >= cue.last &&
      use.first <= cue.last + 7 &&
      (tokens.slice(cue.last, use.first).every((token) => LEAD.test(token.lower)) ||
        (tokens[use.first - 1]?.lower === "of" &&
          GROUND_OF.test(tokens[use.first - 2]?.lower ?? "") &&
          tokens.slice(cue.last, use.first - 2).every(({ lower, isWord }) => isWord && !ASIDE.test(lower)))),
  );
}

const groundAfter = ({ after }: Setting): boolean => {
  const at = after.slice(0, 5).findIndex((word) => GROUND.test(word));
  return (
    at >= 0 &&
    after.slice(0, at).every((word) => /^\p{L}/u.test(word) && !PERSON.test(word) && !ASIDE.test(word))
  );
};

/** The place or ground that a passive verb or a verb without object speaks of. */
function namedBefore({ cue, places, before, entities }: Setting, reach = 3): boolean {
  return (
    entities.some((e) => e.kind === "name" && isTownName(e) && e.last === cue.first) ||
    places.some(
      (use) =>
        isTown(use) &&
        /^(?:of)?$/.test(use.preposition) &&
        use.last <= cue.first &&
        use.last >= cue.first - reach,
    ) ||
    some(before.slice(-reach), GROUND)
  );
}

/** "The Inga dam, which they captured on the 13th". */
const isRelative = ({ before, after }: Setting): boolean =>
  /^(?:they|it|he|rebels|forces|which|that)$/.test(before.at(-1) ?? "") &&
  some(before.slice(-3), /^(?:which|that)$/) &&
  /^(?:on|in|last|yesterday|this|earlier|,|\.)$/.test(after[0] ?? "");

const holderType = (setting: Setting): typeof lost | typeof regained => {
  const byAt = setting.after.indexOf("by");
  const words = byAt >= 0 && isPassive(setting) ? setting.after.slice(byAt) : [];
  if (some(words, /^(?:army|troops|forces|government|soldiers|police)$/)) return regained;
  if (words.length > 0) return lost;
  return subjectSide(setting) === "force" ? regained : lost;
};

/** Ground that somebody seizes, captures, takes or overruns: who does it says whether a government regains it. */
const takenGround = rule(/^(?:captur|seiz|overr|secur|tak|took|occup|conquer)/, (setting) => {
  const { cue } = setting;
  if (cue.sense.pos === "noun") return null;
  // "Took control of one ship".
  if (/control$/.test(cue.words) && some(setting.after.slice(0, 6), CRAFT))
    return retype(cue, { type: "abduction-forced-disappearance", role: "event" });
  if (/control$/.test(cue.words)) return retype(cue, { role: "event", type: holderType(setting) });
  const isTake = /^(?:tak|took)/.test(cue.words);
  const isObject = isPassive(setting)
    ? namedBefore(setting) && !(isTake && /^(?:to|on)$/.test(setting.after[0] ?? ""))
    : namedAfter(setting) ||
      (!isTake && !/^secur/.test(cue.words) && groundAfter(setting)) ||
      isRelative(setting);
  if (!isObject) return null;
  if (isTake && subjectSide(setting) === null && !isRelative(setting) && !isPassive(setting)) return null;
  return retype(cue, { type: holderType(setting), strength: 3, role: "event" });
});

/** "The town fell to the rebels", "Kidal went on Friday". */
const fell = rule(
  /^(?:(?:fall|falls|fell|fallen|falling)(?: (?:to|under|into))?|went|go|gone|goes|going)$/,
  (setting) => {
    const { cue, after, before } = setting;
    if (
      /^f/.test(cue.words) &&
      some(before.slice(-6), /^(?:rockets?|shells?|missiles?|mortars?|projectiles?|rounds)$/)
    )
      return retype(cue, { type: "shelling-artillery-missile-attack", role: "event", strength: 3 });
    const reach = /^went/.test(cue.words) ? 0 : 3;
    const isSubject = namedBefore(setting, Math.max(1, reach));
    const next = /\b(?:to|under|into)$/.test(cue.words) ? "to" : (after[0] ?? ".");
    const isLost = /^went/.test(cue.words)
      ? next === "on" && /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(after[1] ?? "")
      : SINCE_WHEN.test(next) && !/^(?:from|by)$/.test(next) && !/^\d/.test(after[1] ?? "");
    const isUnder = !/under$/.test(cue.words) || after.includes("control");
    if (!isSubject || !isLost || !isUnder) return dismissed(cue);
    const winner = /to$|under$/.test(cue.words) ? after.slice(0, 5) : next === "to" ? after.slice(1, 6) : [];
    const isRegained = some(winner, /^(?:government|army|troops|soldiers|loyalists)$/);
    return retype(cue, { type: isRegained ? regained : lost, role: "event", strength: 3 });
  },
);

/** "The army lost the town", "it overran Mosul and lost it": the loser says who gained. */
const lostGround = rule(/^los[et]/, (setting) => {
  const { cue, after, places } = setting;
  const isPronoun =
    after[0] === "it" &&
    places.some((use) => isTown(use) && use.last <= cue.first) &&
    SINCE_WHEN.test(after[1] ?? "");
  const isNamed =
    namedAfter(setting) || (groundAfter(setting) && !some(after.slice(0, 3), /^(?:lives?|men)$/));
  const isAdded = namedBefore(setting, 2) && /^(?:last|on|in|to)$/.test(after[0] ?? "");
  if (!isPronoun && !isNamed && !isAdded) return dismissed(cue);
  const isRebels = subjectSide(setting, 12) === "armed" || isPronoun;
  return retype(cue, { type: isRebels && !isAdded ? regained : lost, role: "event", strength: 3 });
});

/** Troops that leave a town give it up; militants are driven out of it. */
const leftGround = rule(
  /^(?:(?:dr[io]ve|drove|driv|push|forc|expel|oust|clear|flush).*(?:out of|from|of)$|pull|withdr|retreat|abandon|vacat)/,
  (setting) => {
    const { cue } = setting;
    const isDriven = /^(?:dr[io]ve|drove|driv|push|forc|expel|oust|clear|flush).*(?:out of|from|of)$/.test(
      cue.words,
    );
    if (!namedAfter(setting) && !groundAfter(setting)) return dismissed(cue);
    if (isDriven) return retype(cue, { type: regained, role: "event", strength: 3 });
    const isForce = subjectSide(setting) === "force";
    return retype(cue, {
      type: isForce ? lost : "non-violent-transfer-of-territory",
      role: "event",
      strength: 2,
    });
  },
);

/** "Insurgents entered the town of X": armed people who come into a town hold it until the text says otherwise. */
const entered = rule(/^(?:enter|advanc|mov|march|push|sw[ei]+p|roll|r[io]de|rode|pour)/, (setting) => {
  const { cue } = setting;
  if (!/\b(?:into|enter(?:ed|s|ing)?)$/.test(cue.words)) return null;
  const isArmed = subjectSide(setting, 6) === "armed" && namedAfter(setting);
  return isArmed ? retype(cue, { role: "event", type: lost, strength: 1.5 }) : dismissed(cue);
});

/** "Is back in government hands", "the army was again in control of the town". */
const inControl = rule(
  /^(?:in (?:full |complete )?control|in government hands|under government control|in rebel hands)/,
  (setting) => {
    const { cue } = setting;
    const isChange = some(setting.before.slice(-4), /^(?:back|again|now|once|was|were|taken)$/);
    if (!isChange && !namedAfter(setting)) return dismissed(cue);
    return retype(cue, { role: "event" });
  },
);

export const TERRITORY_RULES: readonly Rule[] = [
  takenGround,
  fell,
  lostGround,
  leftGround,
  entered,
  inControl,
];
