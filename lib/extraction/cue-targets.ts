import { dismissed, isPassive, objectWords, type Rule, retype, rule, some, subjectSide } from "./cue-setting";

const VESSEL =
  /^(?:tankers?|ships?|vessels?|freighters?|carriers?|boats?|frigates?|destroyers?|ferry|ferries|warships?|trawlers?|cargo)$/;
const MILITARY =
  /^(?:sites?|positions?|gatherings?|bases?|camps?|barracks|troops|soldiers|installations?|headquarters|outposts?|facilities|locations?|convoys?|checkpoints?|airfields?|depots?|settlements?|villages?|towns?)$/;

/** "A tanker was struck", "had targeted a cargo ship": ships that are hit in the news are attacked. */
const shipHit = rule(/^(?:hit|struck|targeted|targeting|damaged)$/, (setting) => {
  const { cue, before } = setting;
  if (cue.sense.pos === "noun") return null;
  const near = isPassive(setting) || before.at(-1) === "being" ? before.slice(-9) : objectWords(setting, 6);
  return some(near, VESSEL) && !some(near, /^(?:collision|rocks|reef|storm|iceberg)$/)
    ? retype(cue, { type: "attack", strength: 1.5, role: "event" })
    : null;
});

/** "The army said it targeted positions of the rebels": a side that targets something strikes it. */
const targeted = rule(/^targeted$/, (setting) => {
  const { cue } = setting;
  if (isPassive(setting)) return null;
  const side = subjectSide(setting, 8);
  const isSide = side === "armed" || side === "force" || some(setting.before.slice(-2), /^(?:it|they)$/);
  return isSide && some(setting.after, MILITARY) ? retype(cue, { strength: 1, role: "event" }) : null;
});

/** "An explosion of anger", "a blast of cold air". */
const figurative = rule(/^(?:explosions?|blasts?|barrage|bombardment|eruption)$/, ({ cue, after }) =>
  after[0] === "of" &&
  /^(?:violence|anger|protests?|joy|criticism|rage|colou?r|growth|cold|heat|questions|celebration|interest|unrest)$/.test(
    after[1] ?? "",
  )
    ? dismissed(cue)
    : null,
);

/** "A group armed with rockets": what somebody carries was not fired. */
const carried = rule(/./, ({ cue, before }) => {
  if (cue.sense.role !== "evidence") return null;
  const at = before.slice(-6).findLastIndex((word) => /^(?:armed|carrying|equipped|wielding)$/.test(word));
  const isBig = /^(?:shelling|air-drone|disrupted)/.test(cue.sense.type ?? "");
  return at >= 0 && isBig ? dismissed(cue) : null;
});

/** "Fired tear gas at demonstrators". */
const gasFired = rule(/^(?:fir(?:ed|ing|es)|us(?:ed|ing)|turned|shot)$/, ({ cue, after, tokens }) =>
  some(after.slice(0, 5), /^(?:teargas|gas|cannons?|pellets|rubber)$/) &&
  tokens.some(({ lower }) =>
    /^(?:protest(?:e|o)rs?|demonstrators?|crowds?|marchers?|rioters?|protests?|rally)$/.test(lower),
  )
    ? retype(cue, { type: "protest-with-intervention", strength: 3, role: "event" })
    : null,
);

const TAKES_EFFECT = /^(?:into|effect|hold|force|signed|agreed|brokered|announced|began|begins|declared)$/;

/** "A week-long ceasefire between the two came into effect". */
const inEffect = rule(/^(?:ceasefires?|cease fires?|truces?|armistice)$/, ({ cue, after, tokens, before }) =>
  !/\b(?:was|were|is|due|set|expected|about) to\b/.test(after.join(" ")) &&
  !some(
    before.slice(-5),
    /^(?:broke|breaking|broken|violat\w*|despite|call(?:ed|s|ing)?|until|if|end|ended)$/,
  ) &&
  some(
    tokens.slice(Math.max(0, cue.first - 4), cue.last + 16).map((token) => token.lower),
    TAKES_EFFECT,
  )
    ? retype(cue, { role: "event", strength: 3 })
    : null,
);

export const TARGET_RULES: readonly Rule[] = [gasFired, inEffect, carried, shipHit, targeted, figurative];
