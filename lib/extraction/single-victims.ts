import type { Casualty } from "./casualties";
import { foldWord } from "./tokens";

const VERB =
  "(?:kill(?:ed|ing|s)|assassinat(?:ed|es|ing)|murder(?:ed|s|ing)|behead(?:ed|s|ing)|shot dead|shooting dead|shot and killed|gunned down|gunning down|stabbed to death|execut(?:ed|es|ing)|killed off)";
const NOUN = "(?:assassination|murder|killing|beheading|execution|slaying|death)";
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}'.-]*(?: (?:al|el|de|bin|ibn|van|von|of)(?=[ -]))?(?:[ -]\\p{Lu}[\\p{L}\\p{M}'.-]*| al-\\p{Lu}[\\p{L}\\p{M}'-]*){0,5}";
/** One person by calling, singular. */
export const PERSON =
  "(?:soldier|policeman|policewoman|officer|civilian|man|woman|boy|girl|child|teenager|person|student|teacher|doctor|nurse|contractor|commander|leader|general|militant|insurgent|gunman|attacker|guard|journalist|photojournalist|cameraman|reporter|lawmaker|politician|minister|governor|mayor|judge|lawyer|cleric|priest|imam|bishop|activist|worker|driver|passenger|farmer|villager|protester|demonstrator|rebel|fighter|soldiers?'s wife|colonel|major|captain|lieutenant|sergeant|diplomat|ambassador|engineer|aid worker|peacekeeper|marine|pilot|tourist|national|citizen|official|facilitator|member|chief|head|sailor|trooper|servicewoman|serviceman|baby|infant|father|mother|son|daughter|brother|wife|husband|resident|prisoner|hostage|suspect|candidate|editor|blogger|prosecutor|constable|deputy|bystander|local|medic|paramedic|servant|translator|interpreter|conductor|trader|shopkeeper|nun|monk|pensioner|motorist|corporal|conscript|recruit|youth|toddler|foreigner|refugee|migrant)";

const OBJECT = new RegExp(
  `\\b(?:(?<!\\b(?:the|a|an|of|late) )${VERB}|${NOUN} of) (?:(?<det>an?|one|its|his|her|their|the|US|U\\.S\\.)(?: [\\p{L}\\p{M}'-]+){0,6}? ${PERSON}\\b(?!s)(?: (?<after>${NAME}))?|(?:[\\p{L}\\p{M}'-]+ ){0,5}?${PERSON} (?<titled>${NAME})|(?<name>${NAME})|(?<bare>${PERSON}|him|her)\\b)`,
  "gu",
);
const SUBJECT = new RegExp(
  `(?:\\b(?<det>[Aa]n?|(?<!\\b[Nn]o )[Oo]ne|[Hh]is|[Ii]ts|[Tt]he|[Hh]er)(?: [\\p{L}\\p{M}'-]+){0,5}? ${PERSON}\\b(?!s)|(?<name>${NAME})(?:, [^,;.]{2,60},|,? who)?) (?:was|is|were|had been|has been)(?: also| reportedly| later)? (?:killed|shot dead|assassinated|murdered|beheaded|executed|gunned down|stabbed to death)\\b`,
  "gu",
);
const VICTIMS =
  /\b(?:other|the|among the) (?:victims?|dead|deaths|fatalities|those killed) (?:include[ds]?|were|was) (?<list>[^.;]{5,160})/giu;
const GROUP_NAMES =
  /^(?:Nobody|The|A|An|Islamic|Taliban|Houthi|Houthis|Palestinians|Israelis|Iraqis|Syrians|Afghans|Hundreds|Dozens|Scores|Muslims|Christians|Shiites|Kurds|Tamils|Hamas|Hezbollah|Americans|Police|Troops|At|More|Nearly|Over|About|Some|Up|No|None|It|He|She|They|We|Kurdish|Al)$/;

const key = (name: string): string => foldWord(name.split(/[\s-]+/).at(-1) ?? name);

/**
 * People killed one at a time: "killed Qasem Soleimani", "a policeman was shot dead", "assassination of the
 * governor". Each names one person at least.
 */
export function singleVictims(text: string, offset: number): Casualty[] {
  const found = new Map<string, Casualty>();
  const add = (who: string, index: number, length: number, isMore = false) => {
    if (found.has(who)) return;
    found.set(who, {
      field: "killed",
      count: { min: 1, max: who.startsWith("a ") ? 1 : null },
      start: offset + index,
      end: offset + index + length,
      isVague: false,
      isClaim: false,
      isOther: isMore,
      isToll: false,
      isEarlier: false,
      isListed: false,
      who,
    });
  };
  for (const pattern of [OBJECT, SUBJECT]) {
    for (const match of text.matchAll(pattern)) {
      const { det, name, after, titled, bare } = match.groups ?? {};
      const named = after ?? titled ?? name;
      if (named !== undefined && GROUP_NAMES.test(named.split(" ")[0] ?? "")) continue;
      if (named !== undefined && name !== undefined && !/ /.test(named) && !/^[A-Z][a-z]+$/.test(named))
        continue;
      if (named) add(key(named), match.index, match[0].length, / also /.test(match[0]));
      else if (det ?? bare) add(`a ${match[0].split(" ").at(-1)}`, match.index, match[0].length);
    }
  }
  for (const match of text.matchAll(VICTIMS)) {
    for (const part of (match.groups?.list ?? "").split(/,? and |, (?=[A-Z])/)) {
      if (/^(?:an?|one|the) |^\p{Lu}/u.test(part))
        add(key(part.split(",")[0] ?? part), match.index, match[0].length, true);
    }
  }
  return [...found.values()];
}
