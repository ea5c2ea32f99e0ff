import { dismissed, isPassive, objectWords, type Rule, retype, rule, some, subjectSide } from "./cue-setting";
import { GROUP_NOUNS } from "./entity-words";

const CROWD =
  /^(?:protest(?:e|o)rs?|demonstrat(?:o|e)rs?|mobs?|crowds?|rioters?|students|supporters|fans|marchers|mourners|strikers|sit|rall(?:y|ies)|pickets?|demonstrations?|protests?)$/;
const BIG_WEAPON = /^(?:rockets?|missiles?|mortars?|shells?|artillery|rocket|rpgs?|katyushas?|projectiles?)$/;
const STONES =
  /^(?:stones?|rocks?|bricks?|bottles?|eggs|oranges|tomatoes|chairs|debris|paving|slabs?|molotovs?|firebombs?|petrol|gasoline)$/;

/** Missiles and drones are intercepted; ships, calls and people that are intercepted are something else. */
const intercepted = rule(
  /^(?:intercept|destroy|t[ao]ken? out|took out|neutrali[sz]e|eliminat)/,
  (setting) => {
    const { cue, before, after } = setting;
    const near = [...before.slice(-6), ...after.slice(0, 6)];
    if (
      /^intercept/.test(cue.words) &&
      some(near, /^(?:calls?|messages?|communications?|letters?|phone|signals?)$/)
    )
      return dismissed(cue);
    if (/^intercept/.test(cue.words)) return null;
    const isFlying = some(near, /^(?:drones?|missiles?|rockets?|uavs?|shaheds?)$/);
    const isInAir = some(
      [...before, ...after],
      /^(?:air|defen[cs]es?|patriot|intercepted|over|overnight|incoming|airborne)$/,
    );
    // "Destroyed a drone launched towards the city".
    const launched = after.findIndex((word) => /^(?:launched|fired)$/.test(word));
    const isComing = launched > 0 && !some(after.slice(0, launched), /^(?:after|that|which|and)$/);
    return isFlying &&
      (isInAir || isComing) &&
      (isPassive(setting) || some(after.slice(0, 6), /^(?:drones?|missiles?|rockets?|uavs?)$/))
      ? retype(cue, { type: "disrupted-weapons-use", outcome: "intercepted", role: "event", strength: 4 })
      : null;
  },
);

const stormed = rule(/^(?:storm|overr[au]n|seiz|occup|took over)/, ({ cue, before, after, tokens }) => {
  const isStorm = /^storm/.test(cue.words);
  const isCrowd =
    some([...before, ...after], CROWD) && !before.some((word) => GROUP_NOUNS.get(word) === "armed");
  if ((isStorm || /^overr[au]n/.test(cue.words)) && isCrowd)
    return retype(cue, { type: "violent-demonstration", strength: 3, role: "event" });
  if (isStorm && before.some((word) => GROUP_NOUNS.get(word) === "armed"))
    return retype(cue, { role: "event" });
  const isBuilding = some(after, /^(?:school|theat(?:er|re)|hotel|hospital|embassy|restaurant|mall|bank)$/);
  if (!isBuilding || /^overr/.test(cue.words)) return null;
  const isHostage = tokens.some((token) => /^hostages?$/.test(token.lower));
  return retype(cue, {
    type: isHostage ? "abduction-forced-disappearance" : "attack",
    strength: 3,
    role: "event",
  });
});

const AMMUNITION = /^(?:birdshot|buckshot|pellets|live|rounds?|bullets?|ammunition|shotguns?|rifles?)$/;
const AIRBORNE = /^(?:jets?|warplanes?|planes|aircraft|helicopters?|gunships?|drones?|f-?16s?|choppers?)$/;
const GUN =
  /^(?:opened fire|opening fire|open fire|opens fire|fir(?:ed?|ing|es) (?:on|at|into|upon|shots)|fir(?:ed|ing)|shot|shoot|shooting|shot at|shot dead|shoot at|shooting at|shot and killed|gunned down)$/;

/** Shots at a crowd by police or troops; rockets "fired at" a town are no shots. */
const firedAt = rule(GUN, (setting) => {
  const { cue, before, after } = setting;
  if (cue.sense.pos === "noun") return null;
  // "Shot down a missile fired at the city": which one it was.
  if (
    BIG_WEAPON.test(before.at(-1) ?? "") &&
    some(before.slice(-8, -1), /^(?:intercepted|intercepting|destroyed|downed|down|foiled)$/)
  )
    return dismissed(cue);
  if (some(before.slice(-5), AIRBORNE) && some(after.slice(0, 4), BIG_WEAPON))
    return retype(cue, { type: "air-drone-strike", strength: 4, role: "event" });
  if (/^fir(?:ed|ing)$/.test(cue.words) && !some(after.slice(0, 4), AMMUNITION)) return null;
  if (/^fir/.test(cue.words) && some([...before.slice(-7), ...after.slice(0, 2)], BIG_WEAPON))
    return retype(cue, {
      type: some(before.slice(-5), AIRBORNE) ? "air-drone-strike" : "shelling-artillery-missile-attack",
      strength: 3,
      role: "event",
    });
  if (
    /^fir/.test(cue.words) &&
    some([...before.slice(-5), ...after.slice(0, 4)], /^(?:gas|teargas|cannon|air)$/)
  )
    return retype(cue, { type: null, role: "weak" });
  const isCrowd = some(objectWords(setting), CROWD) && !some(objectWords(setting), /^students$/);
  return isCrowd && (subjectSide(setting) === "force" || isPassive(setting))
    ? retype(cue, { type: "excessive-force-against-protesters", strength: 4, role: "event" })
    : null;
});

/** "Security forces broke up the sit-in". */
const brokenUp = rule(/^(?:dispers|br[oe]a?k\w* up)/, (setting) => {
  return some(objectWords(setting), CROWD) ? retype(setting.cue, { role: "event" }) : dismissed(setting.cue);
});

const metCrowd = rule(/^(?:clash|skirmish|arrest|detain|detention)/, ({ cue, before, after }) => {
  const isClash = /^clash|^skirmish/.test(cue.words);
  if (!some(before, CROWD) && !some(after, CROWD)) return null;
  return retype(cue, { type: isClash ? "violent-demonstration" : "protest-with-intervention" });
});

/** "Sent 17 drones against the south", "launched a wave of missiles". */
const sentWeapons = rule(/^(?:send|sends|sent|sending)$/, ({ cue, after, before }) => {
  const near = after.slice(0, 6);
  if (some(before.slice(-2), /^(?:to|will|would)$/)) return dismissed(cue);
  if (some(near, /^(?:drones?|uavs?|warplanes?|jets?)$/))
    return retype(cue, { type: "air-drone-strike", strength: 3, role: "event" });
  return some(near, BIG_WEAPON)
    ? retype(cue, { type: "shelling-artillery-missile-attack", strength: 3, role: "event" })
    : dismissed(cue);
});

/** "Blew up his car at a checkpoint": whoever drove it is in it. */
const blewUpOwnCar = rule(/^bl(?:e|o)w(?:n|ing|s)? up$|^(?:detonat|explod)(?:ed|ing)$/, ({ cue, after }) =>
  /^(?:his|her|their)$/.test(after[0] ?? "") &&
  some(
    after.slice(1, 4),
    /^(?:car|van|truck|lorry|vehicle|motorcycle|motorbike|taxi|bomb|explosives?|vest|belt)$/,
  )
    ? retype(cue, { type: "suicide-bomb", strength: 5 })
    : null,
);

/** A vehicle driven into people is an attack; with explosives in it the explosives decide. */
const rammed = rule(
  /^(?:ramm?|dr[io]ve(?:n|s)? into|driving into|drove into|plou?gh|plow|ran over|run over|running over|ran down|mow)/,
  ({ cue, before, after, tokens }) => {
    if (
      tokens.some((token) =>
        /^(?:explosives?|bombs?|bomber|laden|packed|detonated?|exploded|suicide)$/.test(token.lower),
      )
    )
      return /^ramm/.test(cue.words) && cue.sense.pos === "participle"
        ? retype(cue, { type: "suicide-bomb", strength: 4, role: "event" })
        : null;
    const near = [...before.slice(-8), ...after];
    const isPeople =
      some(near, CROWD) ||
      some(
        near,
        /^(?:pedestrians?|people|shoppers|police|officers?|soldiers|crowd|worshippers|market|cyclists|bystanders|revellers|parade)$/,
      );
    return isPeople ? retype(cue, { type: "attack", strength: 3, role: "event" }) : dismissed(cue);
  },
);

/** What is thrown: stones make a riot, acid an attack; a ball makes nothing. */
const thrown = rule(/^(?:thr[eo]w|hurl|lob|pelt|ston(?:ed|ing|es?)$)/, (setting) => {
  const { cue, before } = setting;
  const isThrow = /^(?:thr[eo]w|hurl|lob|pelt|ston(?:ed|ing)$)/.test(cue.words);
  if (!isThrow) return dismissed(cue);
  const near = objectWords(setting, 7);
  if (/^ston/.test(cue.words) || some(near, STONES)) {
    const isCrowd =
      some(before, CROWD) ||
      some(before, /^(?:youths?|pupils|strikers|residents|villagers|people|children|men)$/);
    const isFight = !isCrowd && subjectSide(setting) === "armed";
    if (isFight) return retype(cue, { type: "attack", strength: 2, role: "event" });
    const isFire = some(near, /^(?:molotovs?|firebombs?|petrol|gasoline)$/);
    return retype(cue, {
      type: isCrowd ? "violent-demonstration" : isFire ? "looting-property-destruction" : "mob-violence",
      strength: 3,
      role: "event",
    });
  }
  if (near.includes("acid")) return retype(cue, { type: "attack", strength: 3, role: "event" });
  return /^pelt/.test(cue.words) ? dismissed(cue) : null;
});

/** "Breaking the ceasefire", "since the peace deal": what is broken or past is not being agreed. */
const brokenDeal = rule(/./, ({ cue, before }) =>
  cue.sense.type === "agreement" &&
  cue.sense.pos === "noun" &&
  some(
    before.slice(-5),
    /^(?:break\w*|broke|broken|violat\w*|breach\w*|despite|since|under|during|end(?:ed|ing)?|collapse[ds]?|shatter\w*|jeopardi\w*|threat\w*|monitor\w*|if|until|towards?|possible|final|potential|negotiat\w*|talks|proposed|seek\w*|violation|reject\w*|propos\w*)$/,
  )
    ? dismissed(cue)
    : null,
);

/** "Demonstrated its strength" is no protest. */
const demonstrated = rule(/^demonstrat(?:ed|es|ing|e)$/, ({ cue, after }) =>
  !/^(?:against|in|outside|on|for|at|over|to|peacefully|across|near|throughout|yesterday|today|,|\.|and|again)$/.test(
    after[0] ?? ".",
  )
    ? dismissed(cue)
    : null,
);

/** "Officers overthrew the president", but not "the ousted president". */
const overthrown = rule(/^(?:overthr|toppl|oust|depos)/, ({ cue, before, after }) => {
  if (/ (?:from|of)$/.test(cue.words)) return null;
  const isAttribute = /^(?:the|of|by|for|former|,|to|an?)$/.test(before.at(-1) ?? "the");
  const isRuler = some(
    [...before.slice(-8), ...after.slice(0, 4)],
    /^(?:president|government|leader|king|premier|minister|regime|junta|dictator|ruler|mr)$/,
  );
  return isRuler && !isAttribute ? retype(cue, { role: "event" }) : dismissed(cue);
});

/** "Beat a thief to death": what stands between is whom. */
const beatenToDeath = rule(/^(?:beat|beaten|hacked|clubbed|bludgeoned|stoned|kicked)$/, ({ cue, after }) => {
  const at = after.findIndex((word, i) => word === "death" && after[i - 1] === "to");
  if (at > 0) return retype(cue, { type: "attack", strength: 2, role: "event" });
  return /^beat/.test(cue.words) ? dismissed(cue) : null;
});

/** "Soldiers mutinied": nobody else does. */
const mutinied = rule(/^mutin(?:ied|ying)$/, ({ cue }) => retype(cue, { role: "event" }));

const CAUSE =
  /^(?:protest\w*|demonstrat\w*|demand\w*|slogans?|banners?|placards?|chant\w*|against|rall(?:y|ies)|oppos\w*|denounc\w*|condemn\w*|calling|urging|pay|wages?|jobs?|cuts?|strik\w+|solidarity|rights|reforms?|resign\w*)$/;

/** "Teachers marched through the capital to demand pay": people who are no troops, and for a cause. */
const marched = rule(/^march(?:ed|ing)$/, ({ cue, before, after, tokens }) => {
  if (!tokens.some(({ lower }) => CAUSE.test(lower))) return null;
  const isCrowd = some(before, CROWD) || before.some((word) => GROUP_NOUNS.get(word) === "civilian");
  const isWay = /^(?:through|in|on|to|against|towards?|across|for|from|down|outside|along|past)$/;
  return isCrowd && isWay.test(after[0] ?? "") ? retype(cue, { role: "event", strength: 3 }) : null;
});

export const FORCE_RULES: readonly Rule[] = [
  brokenDeal,
  demonstrated,
  sentWeapons,
  blewUpOwnCar,
  rammed,
  thrown,
  overthrown,
  beatenToDeath,
  mutinied,
  marched,
  intercepted,
  stormed,
  firedAt,
  brokenUp,
  metCrowd,
];
