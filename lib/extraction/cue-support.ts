import type { Cue } from "./cues";
import { GROUP_NOUNS } from "./entity-words";
import type { Token } from "./tokens";

const WEAPON_VERB =
  /^(?:hit|hits|hitting|struck|strikes?|striking|landed|lands?|landing|fired?|fires|firing|launch(?:ed|es|ing)?|target(?:ed|s|ing)?|damaged?|destroyed?|pound(?:ed|ing)?|sank|sunk|sinking|thr[eo]wn?|hurl(?:ed|ing)|lobb(?:ed|ing)|put through|c[ao]me down|(?:ripped|tore|torn) through|slam(?:med)? into|fir(?:ed|ing) upon|rammed|ramming|packed with explosives|crash(?:ed)? into)$/;

/**
 * Whether a cue is an event by itself here. Weak words ("hit", "fired", "operation", "wounded") need a weapon,
 * another event word, casualties or "the" beside them.
 */
const VESSEL =
  /^(?:tankers?|ships?|vessels?|freighters?|carriers?|boats?|frigates?|destroyers?|ferry|warships?|trawlers?)$/;
const LAUNCH = /^(?:launch|conduct|carri|began|begin|order|approv|intensif|resum)/;

/** "The encounter", "the picket fence": which one is meant does not make an event of it. */
const OFTEN_HARMLESS =
  /^(?:encounter|dogfight|cannonade|desecration|bloodbath|scuffle|picket|picketing|walkout|human chain)s?$/;

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
  const before = tokens.slice(Math.max(0, cue.first - 8), cue.first).map((token) => token.lower);
  if (/^(?:hit|struck|targeted|damaged)$/.test(cue.words) && before.some((word) => VESSEL.test(word)))
    return true;
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
      !OFTEN_HARMLESS.test(cue.words) &&
      (/^(?:the|this|that|these|those)$/.test(tokens[cue.first - 1]?.lower ?? "") ||
        tokens[cue.first - 1]?.text === "'s");
    const isStrike =
      /^(?:strikes?|raids?|hits?)$/.test(cue.words) &&
      !others.some((other) => other.sense.type?.includes("protest"));
    const isLaunched = before.slice(-5).some((word) => LAUNCH.test(word));
    return (
      hasCasualties ||
      weapon ||
      isThe ||
      (isStrike && isLaunched) ||
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
