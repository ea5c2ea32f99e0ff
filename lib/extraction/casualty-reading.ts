import type { CasualtyField } from "./casualty";
import type { Party } from "./casualty-parties";
import {
  ADVERBS,
  AFTER_BOTH,
  AUX,
  BEFORE_BOTH,
  BEFORE_HURT,
  BEFORE_HURT_TOLL,
  BEFORE_KILLED,
  BEFORE_TOLL,
  HURT,
  KILLED,
  NOT_PEOPLE,
  PART_OF,
  SUBSET,
} from "./casualty-words";
import { firstIn, holdsIn, seekIn } from "./matches";

/** How a sentence counts a party. isLead: the verb stands in front, so that a list may go on behind it. */
export type Reading = {
  field: CasualtyField;
  isToll: boolean;
  isLead: boolean;
  isPart: boolean;
  isAdded: boolean;
};

const MARTIAL =
  "(?:shot|stabbed|beaten|attacked|ambushed|kidnapped|abducted|tortured|hit|struck|captured|robbed|raped|seized|taken away|dragged away|blindfolded)(?: [a-z]+ly)?,? and (?:then |later |subsequently )?";
/** What may stand between a number and its verb: a short noun phrase with at most one aside. */
const NOUN_PHRASE =
  "(?:(?:(?! (?:killed|wounded|injured|and|or|but|while|after|when|as|because|until|if|though|although|said|says|told|were|was|had|have|has|fired|opened|attacked|stormed|detonated|ambushed|targeted|threw|claimed|fled|escaped|survived)\\b) [\\p{L}\\p{M}\\d'.-]+){0,9}(?: ?\\([^()]{0,90}\\))?(?:,? (?:including|among (?:them|whom)|mostly|most of them|(?:[\\p{L}\\d]+ ){1,3}of (?:them|whom))[^.;]{0,90}?,?| [-–—]+ [^.;–—]{2,80} [-–—]+|, (?:all|both|mostly|many|most|some|each|an?|the|his|who|one|\\p{Lu})[^,;.]{0,80},|,? who [^,;.]{2,60}?,?)?)";
const LINK = `(?:,)? ${AUX}${ADVERBS}${AUX}(?:${MARTIAL})?`;
const after = (verb: string) =>
  seekIn(new RegExp(`^${NOUN_PHRASE}${LINK}(?<verb>${verb})(?![\\p{L}])`, "iu"));
const AFTER_KILLED = after(KILLED);
const AFTER_HURT = after(HURT);
/** Behind one person fewer words fit: "the driver, 34, of Leeds, was killed". */
const ASIDES =
  "(?:,? (?:aged )?\\d{1,3},?| \\(\\d{1,3}\\))?(?:,? (?:of|from|in|at|with|for|on|named|identified as|working for|belonging to|assigned to) [^,;.]{1,60}?)?(?:, (?!and\\b)[^;.]{2,90},|,? who (?:(?!\\bthat\\b|\\bsaid\\b|\\btold\\b|\\bconfirm)[^,;.\\d]){2,70},?)?";
const afterOne = (verb: string) =>
  seekIn(new RegExp(`^${ASIDES} ${AUX}${ADVERBS}${AUX}(?:${MARTIAL})?(?<verb>${verb})(?![\\p{L}])`, "iu"));
const ONE_KILLED = afterOne(KILLED);
const ONE_HURT = afterOne(HURT);

/** "Two gunmen killed 5": an active verb after the number, with an object of its own, counts nobody. */
const isActive = (lead: string, verb: string, rest: string): boolean =>
  /^(?:killed|wounded|injured|hurt|murdered|executed|massacred|slaughtered|assassinated|beheaded|neutrali[sz]ed|eliminated|shot dead|gunned down|shot and \w+|fatally \w+|\w+ to death)$/i.test(
    verb,
  ) &&
  !/\b(?:was|were|been|be|being|are|is|got|reported|to have|left)\b/i.test(lead) &&
  (/^\s+(?:(?:at least|more than|over|nearly|about|around|some|up to|as many as)\b|an?\b|the\b|his\b|her\b|its\b|their\b|him\b|himself\b|themselves\b|\d+|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|dozens|several|many|hundreds|thousands|scores)\b/.test(
    rest,
  ) ||
    (lead.trim() !== "" && /^\s+(?:\p{Lu}|people|civilians|soldiers|police)/u.test(rest)));

const MODAL = /\b(?:could|would|might|may|will|should|can|must)\b/i;
/** "Threatened to kill 20", "could have killed hundreds". */
const UNREAL = seekIn(
  /\b(?:(?:could|would|might|may|will|should|can|must)(?: have| not)?(?: [a-z]+ly)?|(?<!went on |managed |going on |goes on )to(?: have)?|threaten(?:ed|s|ing) |plan(?:ned|s|ning) |plot(?:ted|s|ting) (?:to |of )?|without|instead of|from|against|not|n't|never|than|of trying to|attempted) (?:kill(?:ed|ing|s)?|injur(?:e|ed|ing)|wound(?:ed|ing)?|hurt(?:ing)?|execut(?:e|ed|ing)|murder(?:ed|ing)?|behead(?:ed|ing)?|assassinat(?:e|ed|ing)|deaths? of)[\w ]*$/i,
);

const reading = (field: CasualtyField, party: Partial<Reading> = {}): Reading => ({
  field,
  isToll: false,
  isLead: false,
  isPart: false,
  isAdded: false,
  ...party,
});

const DEATHS = seekIn(
  /^(?: [\p{L}'-]+){0,3}? (?:deaths|fatalities|death|fatality)\b(?! (?:threats?|sentences?|squads?|certificates?))/iu,
);
const INJURIES = seekIn(/^(?: [\p{L}'-]+){0,3}? (?:injuries|woundings)\b/iu);
const LIVES = seekIn(/^(?: [\p{L}'-]+){0,2}? lives\b(?<lost> (?:were|have been|had been|was) lost)?/iu);
const BODIES = seekIn(/^(?: [\p{L}'-]+){0,3}? (?:bodies|corpses)\b/iu);
const DEAD = seekIn(/^(?: [\p{L}'-]+){0,2}? (?:dead|killed)\b(?! (?:and|or) (?:wounded|injured))/iu);

/** "15 deaths", "12 lives", "five bodies": nouns that count by themselves. */
function nounReading(text: string, before: string, behind: string): Reading | null {
  if (holdsIn(text, behind, DEATHS)) return reading("killed");
  if (holdsIn(text, behind, INJURIES)) return reading("injured");
  const lives = firstIn(text, behind, LIVES);
  if (lives && (lives.groups?.lost || /\b(?:claim|took|taken|taking|cost|ended)/i.test(before)))
    return reading("killed");
  if (holdsIn(text, behind, BODIES)) return reading("killed", { isLead: true });
  if (
    holdsIn(text, behind, DEAD) &&
    /\b(?:received|counted|reported|left|leaving|leaves|dead|with)\b[^.;]{0,40}$/i.test(before)
  )
    return reading("killed");
  return null;
}

/** "Was killed in the raid along with four aides". */
const ADDED = seekIn(
  /\b(?:was|were|been) (?<verb>killed|shot dead|murdered|executed|wounded|injured|hurt)\b[^.;]{0,70}?,? (?:along with|together with|as well as|in addition to|besides|alongside)(?: (?:his|her|their|its))? $/i,
);

function leadReading(party: Party, text: string, before: string): Reading | null {
  if (party.kind === "count" && holdsIn(text, before, BEFORE_HURT_TOLL))
    return reading("injured", { isToll: true });
  const added = firstIn(text, before, ADDED)?.groups?.verb;
  if (added !== undefined)
    return reading(/wounded|injured|hurt/i.test(added) ? "injured" : "killed", { isAdded: true });
  const hurt = holdsIn(text, before, BEFORE_HURT);
  const killed = !hurt && holdsIn(text, before, BEFORE_KILLED);
  if (!hurt && !killed) return null;
  // "Twelve were killed, five of them", "5 were killed 20 km away".
  if (/\b(?:was|were|been|be|being|are|is) (?:\w+ly )?(?:killed|wounded|injured|hurt)\s*$/i.test(before))
    return null;
  return reading(hurt ? "injured" : "killed", { isLead: true });
}

function trailReading(party: Party, text: string, before: string, behind: string): Reading | null {
  const isCount = party.kind === "count";
  const [killed, hurt] = [
    firstIn(text, behind, isCount ? AFTER_KILLED : ONE_KILLED),
    firstIn(text, behind, isCount ? AFTER_HURT : ONE_HURT),
  ];
  const nearer = killed && hurt ? (killed[0].length <= hurt[0].length ? killed : hurt) : (killed ?? hurt);
  if (!nearer) return null;
  const end = party.end + nearer[0].length;
  const verb = nearer.groups?.verb ?? "";
  if (isActive(nearer[0].slice(0, -verb.length), verb, text.slice(end, end + 24))) return null;
  // "Two hundred students lit candles for the dead".
  if (/^dead$/i.test(verb) && /\bthe (?:[\p{L}'-]+ )?$/iu.test(nearer[0].slice(0, -verb.length))) return null;
  if (MODAL.test(nearer[0]) || /\b(?:not|never)(?: \w+){0,2} $/i.test(nearer[0].slice(0, -verb.length)))
    return null;
  if (/^(?:could|would|might|may|will|should)$/i.test(before.trim().split(" ").at(-1) ?? "")) return null;
  if (
    party.kind === "self" ||
    (!isCount &&
      /^dead$/i.test(verb) &&
      !/\b(?:left|leaving|leaves|was|is|found|lay)\b/i.test(before.slice(-30) + nearer[0]))
  )
    return null;
  return reading(nearer === killed ? "killed" : "injured");
}

/**
 * How the words around a party count it: killed, injured, or null for neither. `from` and `to` bound the words
 * that may belong to it, as offsets into `text`.
 */
export function readParty(text: string, party: Party, from: number, to: number): Reading | null {
  const before = text.slice(Math.max(from, party.start - 110), party.start);
  const behind = text.slice(party.end, Math.min(to, party.end + 200));
  if (/\b(?:no|how) $/i.test(before) || holdsIn(text, before, SUBSET)) return null;
  if (holdsIn(text, before, BEFORE_BOTH) || holdsIn(text, behind, AFTER_BOTH)) return null;
  if (holdsIn(text, before, UNREAL)) return null;
  if (party.kind === "count") {
    if (holdsIn(text, text.slice(party.end, party.end + 60), NOT_PEOPLE)) return null;
    const whole = text.slice(Math.max(0, party.start - 240), party.start);
    if (holdsIn(text, whole, BEFORE_TOLL) || /\bbr(?:ought|inging) to $/i.test(before))
      return reading("killed", { isToll: true });
    const whom = party.isPart ? "" : firstIn(text, behind, PART_OF)?.[0];
    if (whom !== undefined) {
      const rest = { ...party, end: party.end + whom.length };
      const part =
        trailReading(rest, text, before, behind.slice(whom.length)) ?? leadReading(party, text, before);
      const ofDead = /^ of (?:the (?:dead|killed)|those (?:killed|who died))/i.test(behind);
      return part ? { ...part, isPart: true } : ofDead ? reading("killed", { isPart: true }) : null;
    }
  }
  const lead = leadReading(party, text, before);
  if (lead) return lead;
  return (
    (party.kind === "count" ? nounReading(text, before, behind) : null) ??
    trailReading(party, text, before, behind)
  );
}
