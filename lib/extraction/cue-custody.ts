import {
  CAPTIVE,
  CRAFT,
  dismissed,
  isPassive,
  objectWords,
  PERSON,
  type Rule,
  retype,
  rule,
  type Setting,
  some,
  subjectSide,
} from "./cue-setting";
import { GROUP_NOUNS } from "./entity-words";

const ARMS =
  /^(?:weapons?|arms|ammunition|explosives?|rifles?|munitions|grenades?|rockets?|missiles?|firearms|materials?|detonators?|bombs?|guns?|mortars?|gelatine)$/;
const GOODS =
  /^(?:drugs?|opium|heroin|narcotics|cocaine|documents|cash|money|computers?|phones?|oil|assets|property)$/;
const POLICE =
  /^(?:police|troops|soldiers|officers|marines|detectives|agents|forces|army|authorities|guards)$/;
const SEIZE = /^(?:captur|seiz|capture|overr|secured)/;

/** Names and demonyms can be people too: "sixteen Americans were taken". */
const isPeople = ({ cue, entities }: Setting, isBefore: boolean): boolean =>
  entities.some(
    (e) =>
      (e.kind === "demonym" || e.kind === "group" || (e.kind === "actor" && e.actor.kind === "person")) &&
      (isBefore
        ? e.last <= cue.first && e.last >= cue.first - 8
        : e.first >= cue.last && e.first <= cue.last + 3),
  );

/** "Seized by gunmen", "rebels captured two soldiers": who holds no office arrests nobody. */
const isByArmed = (setting: Setting): boolean => {
  const by = setting.after.indexOf("by");
  if (isPassive(setting) && by < 0) return false;
  return isPassive(setting)
    ? setting.after.slice(by + 1, by + 6).some((word) => GROUP_NOUNS.get(word) === "armed")
    : subjectSide(setting, 7) === "armed" &&
        setting.before.slice(-5).some((word) => GROUP_NOUNS.get(word) === "armed");
};

/** People are arrested, ships hijacked, weapons found; other goods make no event. */
const seizedObject = rule(SEIZE, (setting) => {
  const { cue, before, after } = setting;
  if (cue.sense.pos === "noun") return null;
  const object = isPassive(setting) ? before : after;
  const isHeadlinePassive =
    some(before.slice(-3), PERSON) && /^(?:in|by|at|near|overnight|during|end|,)?$/.test(after[0] ?? "");
  const isCraft =
    some(isPassive(setting) ? before.slice(-6) : after.slice(0, 4), CRAFT) ||
    (!isPassive(setting) && some(after, /^(?:mv|mt)$/));
  if (isCraft) return retype(cue, { type: "abduction-forced-disappearance", role: "event" });
  if (/^overr/.test(cue.words)) return null;
  if (isHeadlinePassive || (!isPassive(setting) && isPeople(setting, false)) || some(object, PERSON))
    return retype(cue, {
      type: isByArmed(setting) ? "abduction-forced-disappearance" : "arrests",
      role: "event",
    });
  if (some(object, ARMS))
    return retype(cue, { type: "disrupted-weapons-use", strength: 2, outcome: "foiled", role: "weak" });
  return some(object, GOODS) ? dismissed(cue) : null;
});

/** "Pirates boarded the carrier": whoever is no passenger. */
const boarded = rule(/^(?:board|commandeer)/, (setting) => {
  const isRaid = some(
    setting.before,
    /^(?:pirates?|gunmen|militants|rebels|hijackers?|attackers|commandos|raiders|men)$/,
  );
  return isRaid && some(objectWords(setting, 5), CRAFT)
    ? retype(setting.cue, { role: "event" })
    : dismissed(setting.cue);
});

/** People are held by police, freed by captors; everything else that is held, freed or released is no event. */
const heldOrFreed = rule(
  /^(?:free|releas|rescu|hand|h[eo]ld|pick|let go|walk|regain|found alive|escap|broke out)/,
  (setting) => {
    const { cue, before, after } = setting;
    const near = isPassive(setting) ? before.slice(-8) : after.slice(0, 5);
    const isFree =
      /^(?:freed|released|rescued|hand(?:ed|ing) over|freeing|releasing|rescuing|let go|walked free)$/.test(
        cue.words,
      );
    const isBail =
      some(
        after,
        /^(?:rubble|collapsed|debris|floods?|floodwaters?|sinking|drowning|quake|earthquake|mine|cave)$/,
      ) ||
      (some(after.slice(0, 5), /^(?:bail|charge|statement|video|figures)$/) && !some(near, /^hostages?$/));
    if (
      isFree &&
      !isBail &&
      (some(near, CAPTIVE) ||
        some(near, CRAFT) ||
        (isPassive(setting) && some(before, /^(?:kidnapped|abducted|hijacked|captured|hostage)$/)) ||
        (after[0] === "them" &&
          some(before, /^(?:captors?|kidnappers?|hijackers?|rebels|gunmen|militants)$/)) ||
        (isPassive(setting) && some(before.slice(-4), PERSON)))
    )
      return retype(cue, { type: "other", strength: 3, role: "event" });
    if (/^(?:regain|found alive|escap|broke out)/.test(cue.words)) {
      const isCaptive =
        some([...before, ...after], CAPTIVE) ||
        some([...before, ...after], /^(?:inmates?|captors?|kidnapp\w+|jail|prison)$/);
      return isCaptive ? retype(cue, { role: "event" }) : dismissed(cue);
    }
    const isHeld =
      /^held$/.test(cue.words) &&
      some(before.slice(-4), PERSON) &&
      !some(before, /^(?:hostages?|captives?)$/);
    const isArrest = isHeld && /^(?:at|in|over|by|under|for)$/.test(after[0] ?? "");
    const isPickedUp = /^picked up$/.test(cue.words) && some(before, POLICE);
    if (isArrest || (isPickedUp && some(near, PERSON))) return retype(cue, { role: "event" });
    return cue.sense.role === "weak" ? dismissed(cue) : null;
  },
);

/** Armed people who give up; "refused to surrender" and cities that surrender are none of it. */
const gaveUp = rule(
  /^(?:surrender|g[ia]ve (?:himself|herself|themselves) up|given (?:himself|herself|themselves) up)/,
  (setting) => {
    const { cue, before } = setting;
    return cue.sense.pos === "participle" && some(before, PERSON)
      ? retype(cue, { role: "event" })
      : dismissed(cue);
  },
);

/** Somebody in the sentence has arms, or it says how the people were taken. */
const isByForce = ({ tokens }: Setting): boolean =>
  tokens.some(
    ({ lower }) =>
      GROUP_NOUNS.get(lower) === "armed" ||
      /^(?:soldiers|agents|troops|masked|hooded|armed|gunpoint|knifepoint|blindfolded|hostages?|abduct\w*|kidnap\w*)$/.test(
        lower,
      ),
  );

const TAKE = /^(?:take|takes|took|taken|taking)$/;

/** "Were taken from their car", "police took four men into custody"; anything else that is taken is no event. */
const takenPeople = rule(
  /^(?:(?:take|takes|took|taken|taking)$|snatch|drag|haul|bundl|whisk|lead away|led away|march\w* off)/,
  (setting) => {
    const { cue, before, after } = setting;
    const isTake = TAKE.test(cue.words);
    const end = after.findIndex((word) => /^(?:custody|detention|prisoner|captive|hostage)$/.test(word));
    const isHeld = /^(?:hostage|captive|prisoner)$/.test(after[end] ?? "");
    if (isTake && end > 0 && (isHeld || some(after.slice(0, end), PERSON))) {
      const isCaptive = /^(?:captive|hostage)$/.test(after[end] ?? "");
      return retype(cue, {
        type: isCaptive ? "abduction-forced-disappearance" : "arrests",
        role: "event",
        strength: 3,
      });
    }
    const isCare = some(after, /^(?:hospitals?|clinic|ambulance|safety|care|account|pictures?)$/);
    const isVictim =
      some(before.slice(-8), PERSON) || some(before.slice(-8), CAPTIVE) || isPeople(setting, true);
    const isOff = /^(?:from|near|by|at|on|in|away|while|off|as)$/.test(after[0] ?? "") || !isTake;
    const isActive =
      !isPassive(setting) &&
      before
        .slice(-6)
        .some((word) => /^(?:men|they|soldiers|agents)$/.test(word) || GROUP_NOUNS.get(word) === "armed") &&
      (isTake || isByForce(setting)) &&
      (some(after.slice(0, 4), CAPTIVE) || some(after.slice(0, 4), PERSON) || isPeople(setting, false)) &&
      some(after, /^(?:from|out|off|into)$/);
    // "Two men dragged from a car", but not "workers hauled off passengers".
    const isHeadline = !isTake && some(before.slice(-4), PERSON) && !isPeople(setting, false);
    const isThere =
      isPassive(setting) ||
      (isHeadline && !some(after.slice(0, 4), PERSON) && !some(after.slice(0, 4), CAPTIVE));
    return !isCare && ((isThere && isVictim && isOff) || isActive)
      ? retype(cue, { type: "abduction-forced-disappearance", role: "event", strength: 3 })
      : dismissed(cue);
  },
);

const CRIME =
  /^(?:murders?|manslaughter|terror\w*|attempted|killings?|bombings?|possess\w*|conspir\w*|rape|kidnapping|arson|attacks?|treason|offen[cs]es?|assault|shooting|hijacking|explosives?|sedition|riot\w*)$/;

/** "Was charged with murder": a step of the law against somebody; batteries and crowds are charged as well. */
const charged = rule(/^(?:charg|indict)/, (setting) => {
  const { cue, after } = setting;
  const at = after.findIndex((word) => /^(?:with|over|for|on)$/.test(word));
  return cue.sense.pos === "participle" && at >= 0 && some(after.slice(at), CRIME)
    ? retype(cue, { role: "event" })
    : dismissed(cue);
});

/** "His body was found", "72 bodies were discovered", "was found hanged"; what else is found makes no event. */
const foundBodies = rule(/^(?:f[io]u?nd(?:s|ing)?|discover|recover|unearth|dump)/, (setting) => {
  const { cue, after } = setting;
  const object = objectWords(setting, 7);
  if (
    some(object, /^(?:bod(?:y|ies)|corpses?|remains|graves?)$/) &&
    !some(object, /^(?:plane|crash|wreckage|water)$/)
  )
    return retype(cue, { type: "attack", role: "event", strength: 1.5 });
  if (isPassive(setting) && /^(?:dead|hanged|beheaded|shot|strangled|murdered|stabbed)$/.test(after[0] ?? ""))
    return retype(cue, { type: "attack", role: "event", strength: 1.5 });
  if (
    some(
      object,
      /^(?:bombs?|explosives?|devices?|mines?|ied|ieds|grenades?|rockets?|weapons?|cache|ammunition|arms|dynamite)$/,
    )
  )
    return retype(cue, { type: "disrupted-weapons-use", role: "event", strength: 2, outcome: "foiled" });
  return dismissed(cue);
});

/** "Disarmed a bomb", "disarmed a gunman"; groups that lay down arms and charming smiles disarm as well. */
const disarmed = rule(/^disarm/, (setting) =>
  setting.cue.sense.pos !== "base" &&
  some(
    objectWords(setting, 5),
    /^(?:bombs?|devices?|mines?|landmines?|explosives?|ieds?|gunm[ae]n|attackers?|knifem[ae]n)$/,
  )
    ? retype(setting.cue, { role: "event" })
    : dismissed(setting.cue),
);

export const CUSTODY_RULES: readonly Rule[] = [
  disarmed,
  boarded,
  seizedObject,
  heldOrFreed,
  gaveUp,
  takenPeople,
  charged,
  foundBodies,
];
