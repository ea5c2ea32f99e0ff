import {
  dismissed,
  isPassive,
  objectWords,
  type Rule,
  retype,
  rule,
  type Setting,
  some,
} from "./cue-setting";
import type { Cue } from "./cues";

const BUILDING =
  /^(?:shops?|houses?|homes?|huts?|buildings?|stations?|vehicles?|cars?|buses|bus|offices?|schools?|churches|church|mosques?|clinics?|hospitals?|warehouses?|stores?|command|market|headquarters|villages?|tents?|camps?|trucks?|lorr(?:y|ies)|farms?|crops|property|shrine|temple|library|supermarkets?|banks?|depots?|refiner(?:y|ies)|factor(?:y|ies)|plants?|mills?|trains?|carriages?|coaches|jeeps?|tankers?|boats?|ships?|granar(?:y|ies)|barns?|fields?|plantations?|orchards?|olive|haciendas?|ranch(?:es)?|estates?|hotels?|restaurants?|embassy|consulate|courthouse|court|hall|parliament|ministry|barracks|posts?|checkpoints?|pylons?|towers?|installations?|equipment|machinery|bulldozers?|tractors?|ambulances?|hamlets?|settlements?|convoys?|dwellings?|kiosks?|stalls?|cinemas?|theat(?:re|er)s?|synagogues?|convents?|monaster(?:y|ies)|pagodas?|prisons?|jail|airport|aircraft|planes?|helicopters?|hostels?|cafes?|bars?|pubs?|mall|warehouse)$/;

/** What is said to have burnt, where nobody is said to have burnt it. */
const BURNT =
  /^(?:shops?|houses?|homes?|huts?|buildings?|vehicles?|cars?|buses|bus|schools?|churches|church|mosques?|stores?|market|villages?|tents?|camps?|trucks?|lorr(?:y|ies)|farms?|property)$/;

/** "Set two buses on fire": what stands between tells what burnt. */
function setAblaze({ cue, before }: Setting): Cue {
  const at = before.findLastIndex((word) => /^sett?(?:ing)?$/.test(word));
  const object = at < 0 ? [] : before.slice(at + 1);
  if (some(object, /^(?:tyres?|tires?|effig(?:y|ies)|flags?)$/))
    return retype(cue, { type: "peaceful-protest", strength: 3, role: "event" });
  return some(object, BUILDING) ? retype(cue, { role: "event" }) : dismissed(cue);
}

/** "Burned the police command": buildings and vehicles are burnt as an act; fires burn by themselves. */
const burnt = rule(
  /^(?:on fire|alight|ablaze|burn(?:ed|t|ing|s)?|set (?:fire to|on fire|alight|ablaze)|sett?ing .*)$/,
  (setting) => {
    const { cue, after } = setting;
    if (/^(?:on fire|alight|ablaze)$/.test(cue.words)) return setAblaze(setting);
    const object = isPassive(setting)
      ? setting.before.slice(-5)
      : [...after.slice(0, 6), ...setting.before.slice(-3).filter((word) => BURNT.test(word))];
    if (cue.sense.pos !== "ing" && some(object, /^(?:tyres?|tires?|effig(?:y|ies)|flags?)$/))
      return retype(cue, { type: "peaceful-protest", strength: 3, role: "event" });
    if (!/^burn/.test(cue.words)) return null;
    if (after[0] === "alive" || after[0] === "to")
      return retype(cue, { type: "attack", strength: 2, role: "event" });
    return some(object, BUILDING) ? retype(cue, { role: "event" }) : dismissed(cue);
  },
);

/** "Emptied an armoury", "carried off generators", "the shop was stripped". */
const carriedOff = rule(/^(?:empt|stripp|carr|made off|make off)/, (setting) => {
  const { cue, before } = setting;
  const isThief = some(
    before,
    /^(?:thieves|looters|raiders|crowds?|men|gunmen|robbers|soldiers|they|people)$/,
  );
  const isStore = some(
    objectWords(setting),
    /^(?:store|stores|warehouse|shops?|armou?ry|depot|bank|supermarket|hospital|generators|supplies|food|goods|weapons)$/,
  );
  return isStore && (isThief || isPassive(setting)) ? retype(cue, { role: "event" }) : dismissed(cue);
});

const WRECKERS =
  /^(?:extremists|militants|settlers|mobs?|crowds?|rioters|protesters|demonstrators|vandals|looters|attackers|assailants|arsonists|soldiers|troops|rebels|gunmen|insurgents|guerrillas|bulldozers)$/;

/** "Settlers uprooted olive trees"; gardeners and builders do it as well. */
const wrecked = rule(/^(?:uproot|chop|hack|demolish|trash)/, (setting) => {
  const { cue, before, after } = setting;
  if (/^hack(?:ed|ing|s)?$/.test(cue.words)) return null;
  const by = after.indexOf("by");
  const doers = isPassive(setting) ? (by < 0 ? [] : after.slice(by + 1)) : before.slice(-5);
  return cue.sense.pos !== "base" && some(doers, WRECKERS) ? retype(cue, { role: "event" }) : null;
});

/** "Petrol bombs damaged two houses". */
const firebombed = rule(/^(?:damag|destroy)(?:ed|ing)$/, ({ cue, before }) =>
  /\b(?:petrol|gasoline|fire) bombs?\b|\b(?:firebombs?|molotov cocktails?)\b/.test(before.slice(-5).join(" "))
    ? retype(cue, { type: "looting-property-destruction", strength: 3, role: "event" })
    : null,
);

export const DAMAGE_RULES: readonly Rule[] = [burnt, carriedOff, wrecked, firebombed];
