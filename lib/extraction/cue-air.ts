import { dismissed, objectWords, type Rule, retype, rule, some } from "./cue-setting";

const AIRLINER = /^(?:airliner|jetliner|passenger|flight|boeing|airbus)$/;
const AIRCRAFT =
  /^(?:plane|planes|aircraft|helicopters?|jets?|airliner|warplanes?|jetliner|flight|chopper|bombers?|mig|su|sukhoi|f|transport)$/;
const WARPLANES =
  /^(?:jets?|warplanes?|planes?|aircraft|helicopters?|f|air|drones?|bombers?|gunships?|su|mig)$/;

const aircraftShotDown = rule(
  /^(?:shot|shoot|shoots|shooting|brought|bring|bringing) down$|^down(?:ed|ing)$/,
  (setting) => {
    const { cue, before, after, tokens } = setting;
    const around = [...before, ...after.slice(0, 5)];
    const object = objectWords(setting, 5);
    if (some(object, /^(?:towers?|pylons?|poles?|posts|masts?|lines?)$/))
      return retype(cue, { type: "looting-property-destruction", outcome: undefined, strength: 3 });
    const isAircraft =
      some(object, AIRCRAFT) && !some(object, /^(?:drones?|uavs?|unmanned|missiles?|rockets?)$/);
    if (
      !isAircraft &&
      (some(around, /^(?:drones?|uavs?|unmanned|missiles?|rockets?)$/) || !some(around, AIRCRAFT))
    )
      return null;
    const isCivil = tokens.some((token) => AIRLINER.test(token.lower));
    return retype(cue, {
      type: isCivil ? "shelling-artillery-missile-attack" : "armed-clash",
      outcome: undefined,
      strength: 4,
    });
  },
);

/** "Jets bombed the camps", "planes dropped barrel bombs": bombs from the air. */
const bombedFromTheAir = rule(/^(?:drop|bomb(?:ed|s|ing)?$)/, ({ cue, before, after }) => {
  if (/^drop/.test(cue.words)) {
    const isBombs = some(after.slice(0, 5), /^(?:bombs?|barrels?|munitions|explosives|napalm)$/);
    return isBombs && after[0] !== "no"
      ? retype(cue, { type: "air-drone-strike", strength: 4, role: "event" })
      : dismissed(cue);
  }
  return cue.sense.pos !== "noun" && some(before, WARPLANES)
    ? retype(cue, { type: "air-drone-strike", strength: 4 })
    : null;
});

/** "US strikes on Iran", "launched precision strikes": armies strike from the air unless other arms are named. */
const militaryStrike = rule(/^strikes?(?: against)?$/, ({ cue, before, after, entities }) => {
  if (cue.sense.pos !== "noun") return null;
  const isState = entities.some(
    (e) => (e.kind === "demonym" || e.kind === "country") && e.last <= cue.first && e.last >= cue.first - 3,
  );
  const isMilitary = some(
    before.slice(-3),
    /^(?:military|precision|retaliatory|coalition|army|air|targeted|night|night-time|defen[cs]e|defensive|punitive|pre-?emptive|preventive)$/,
  );
  const isLaunched = some(before, /^(?:launch|conduct|carri|order|resum|began)/);
  const isOnPlace = isLaunched && (/against$/.test(cue.words) || /^(?:on|against|in)$/.test(after[0] ?? ""));
  const isLabour = some(
    before.slice(-8),
    /^(?:workers?|union|unions|labou?r|teachers?|general|hunger|rail|nurses|doctors)$/,
  );
  return (isState || isMilitary || isOnPlace) && !isLabour
    ? retype(cue, {
        type: "air-drone-strike",
        strength: isLaunched ? 3 : 2,
        role: isMilitary || isOnPlace || cue.sense.plural ? "event" : "weak",
      })
    : null;
});

/** "The NATO bombing of Yugoslavia": armies bomb from the air. */
const stateBombing = rule(/^bombings?$/, ({ cue, after, before, entities }) => {
  const isState =
    /^(?:nato|coalition|allied|alliance|aerial|air)$/.test(before.at(-1) ?? "") ||
    entities.some(
      (e) =>
        (e.kind === "demonym" ||
          e.kind === "country" ||
          (e.kind === "actor" && /state|coalition/.test(e.actor.kind))) &&
        e.last <= cue.first &&
        e.last >= cue.first - (before.at(-1) === "'s" || before.at(-1) === "military" ? 2 : 1),
    );
  return isState && /^(?:of|campaign|raids?|against)$/.test(after[0] ?? "")
    ? retype(cue, { type: "air-drone-strike", strength: 4 })
    : null;
});

/** "A missile strike by a US drone", "rockets fired from helicopters": from the air, whatever was fired. */
const fromTheAir = rule(
  /^(?:missile|rocket) (?:attack|strike|fire|barrage)s?$|^(?:missiles?|rockets?)$/,
  ({ cue, tokens }) => {
    const behind = tokens.slice(cue.last, cue.last + 9).map(({ lower }) => lower);
    const at = behind.findIndex((word) => /^(?:by|from)$/.test(word));
    const isNear =
      at >= 0 &&
      at <= 3 &&
      some(
        behind.slice(at + 1, at + 6),
        /^(?:drones?|jets?|warplanes?|aircraft|helicopters?|gunships?|predators?|planes?)$/,
      );
    return isNear && !some(behind.slice(0, at), /^(?:and|at|on)$/)
      ? retype(cue, { type: "air-drone-strike" })
      : null;
  },
);

export const AIR_RULES: readonly Rule[] = [
  bombedFromTheAir,
  militaryStrike,
  stateBombing,
  fromTheAir,
  aircraftShotDown,
];
