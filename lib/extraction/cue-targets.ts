import {
  dismissed,
  isPassive,
  objectWords,
  type Rule,
  retype,
  rule,
  type Setting,
  some,
  subjectEntity,
  subjectSide,
} from "./cue-setting";

const VESSEL =
  /^(?:tankers?|ships?|vessels?|freighters?|carriers?|boats?|frigates?|destroyers?|ferry|ferries|warships?|trawlers?|cargo)$/;
/** What troops, guerrillas and jets do to places; of police it may be a search. */
const ASSAULT =
  /^(?:target(?:ed|s|ing)|raid(?:ed|s|ing)|storm(?:ed|s|ing)|pound(?:ed|s|ing)|pummel(?:l?ed|s|l?ing)|batter(?:ed|s|ing)|blast(?:ed|ing)|hit|hits|hitting|struck|strikes|striking|besieg(?:ed|es|ing)|overr[au]n(?:ning)?|wrecked|destroyed|devastated)$/;
const MILITARY =
  /^(?:sites?|positions?|gatherings?|bases?|camps?|barracks|troops|soldiers|militants?|rebels|insurgents|guerrillas|installations?|headquarters|outposts?|posts?|garrisons?|forts?|hideouts?|hide-outs|dens?|compounds?|facilit(?:y|ies)|locations?|convoys?|columns?|checkpoints?|roadblocks?|airfields?|airports?|airbases?|aerodromes?|depots?|dumps?|settlements?|villages?|hamlets?|towns?|districts?|suburbs?|neighbou?rhoods?|homes?|apartments?|buildings?|ships?|vessels?|boats?|tankers?|warships?|trenches|bunkers?|caves|tunnels?|bridges?|strongholds?|farms?|ranch(?:es)?|plantations?|prisons?|jails?|police|stations?|hotels?|churches|church|mosques?|hospitals?|refiner(?:y|ies)|pipelines?|plants?|factor(?:y|ies)|buses|bus|trains?|trucks?)$/;
/** What jets of thunder, floods and budgets hit as well: these count beside arms or victims. */
const ANYTHING = /^(?:areas?|lines?|targets|schools?|cit(?:y|ies)|houses?)$/;
const ARMED_OR_HURT =
  /^(?:rockets?|missiles?|bombs?|shells?|mortars?|artillery|grenades?|gunfire|explosives?|warplanes?|jets?|gunships?|drones?|tanks?|air|airstrikes?|bombardments?|militants?|rebels?|insurgents?|guerrillas?|killed|killing|kills|wounded|wounding|injured|injuring|dead|casualties)$/;
/** What breaks aircraft without anybody's doing. */
const HAZARD =
  /^(?:turbulence|birds?|power|storms?|trees?|lightning|poles?|wires?|cables?|pylons?|mountains?|hillsides?)$/;

const isHit = ({ after, tokens }: Setting): boolean =>
  some(after, MILITARY) || (some(after, ANYTHING) && tokens.some(({ lower }) => ARMED_OR_HURT.test(lower)));

/** "A tanker was struck", "had targeted a cargo ship": ships that are hit in the news are attacked. */
const shipHit = rule(/^(?:hit|struck|targeted|targeting|damaged)$/, (setting) => {
  const { cue, before } = setting;
  if (cue.sense.pos === "noun") return null;
  const near = isPassive(setting) || before.at(-1) === "being" ? before.slice(-9) : objectWords(setting, 6);
  return some(near, VESSEL) && !some(near, /^(?:collision|rocks|reef|storm|iceberg)$/)
    ? retype(cue, { type: "attack", strength: 1.5, role: "event" })
    : null;
});

const WARPLANES = /^(?:jets?|warplanes?|planes?|aircraft|helicopters?|gunships?|drones?|aviation)$/;

/** "Members hit the trains": bands, clubs and parliaments have groups too, if nothing says that they are armed. */
function isAnyGroup(setting: Setting): boolean {
  const subject = subjectEntity(setting, 8);
  return (
    subject?.kind === "group" &&
    subject.actor === undefined &&
    /\b(?:groups?|members?|squads?|coalition|deput(?:y|ies)|nationalists?|loyalists?)$/i.test(subject.text) &&
    !/\b(?:armed|militant|rebel|guerrilla)\b/i.test(subject.text)
  );
}

/** "The army said it targeted positions of the rebels": a side that hits or raids something attacks it. */
const targeted = rule(ASSAULT, (setting) => {
  const { cue, before } = setting;
  if (cue.sense.pos === "noun" || cue.sense.pos === "base" || isPassive(setting)) return null;
  const isFromTheAir =
    !/^(?:raid|storm|overr|besieg)/.test(cue.words) &&
    (some(before.slice(-5), WARPLANES) ||
      /\bair force$/.test(
        before
          .slice(-4)
          .join(" ")
          .replace(/ (?:has|had|have|also|said|on|it)\b/g, ""),
      ));
  if (isFromTheAir && some(setting.after.slice(0, 3), HAZARD)) return dismissed(cue);
  if (isFromTheAir && isHit(setting))
    return retype(cue, { type: "air-drone-strike", strength: 3, role: "event" });
  const side = subjectSide(setting, 8);
  const isSearch =
    /^(?:raid|storm)/.test(cue.words) &&
    some(before.slice(-4), /^(?:police|policemen|officers|detectives|agents)$/);
  const isSide = side === "armed" || side === "force" || some(before.slice(-2), /^(?:it|they)$/);
  if (isSearch) return null;
  return isSide && !isAnyGroup(setting) && isHit(setting)
    ? retype(cue, { strength: 1, role: "event" })
    : null;
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

/** "Police used water cannon against strikers": what only police against crowds have, and it was used. */
const gasUsed = rule(
  /^(?:tear ?gas|water cannons?|rubber bullets?|plastic bullets?|stun grenades?|batons?|pepper spray)$/,
  ({ cue, before, entities, tokens }) => {
    if (
      tokens.some(({ lower }) =>
        /^(?:drills?|exercises?|training|trainees?|simulat\w*|rehears\w*)$/.test(lower),
      )
    )
      return null;
    const isUsed = some(
      before.slice(-5),
      /^(?:fir(?:ed|ing)|us(?:ed|ing)|turned|deploy(?:ed|ing)|unleashed|launched|hurled|threw|lobbed|sprayed|shot)$/,
    );
    const isForce =
      entities.some((e) => e.kind === "group" && e.noun === "force" && e.last <= cue.first) ||
      some(before, /^(?:police|troops|soldiers|guards?|forces|army|carabineros)$/);
    return isUsed && isForce
      ? retype(cue, { role: "event", strength: 3, type: "protest-with-intervention" })
      : null;
  },
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

export const TARGET_RULES: readonly Rule[] = [
  gasFired,
  gasUsed,
  inEffect,
  carried,
  shipHit,
  targeted,
  figurative,
];
