import { type Casualty, plainCasualty } from "./casualty";
import { allSought, seek } from "./matches";
import { PERSON } from "./person-words";
import { foldWord } from "./tokens";

const NOUN = "(?:assassination|murder|killing|beheading|execution|slaying|death|shooting death)";
const VERB =
  "(?:kill(?:ed|ing|s)|assassinat(?:ed|es|ing)|murder(?:ed|s|ing)|behead(?:ed|s|ing)|shot dead|shooting dead|shot and killed|gunned down|execut(?:ed|es|ing))";
const NAME =
  "\\p{Lu}[\\p{L}\\p{M}'.-]*(?: (?:al|el|de|bin|ibn|van|von|of)(?=[ -]))?(?:[ -]\\p{Lu}[\\p{L}\\p{M}'.-]*| al-\\p{Lu}[\\p{L}\\p{M}'-]*){0,5}";
const NOMINAL = seek(
  new RegExp(
    `\\b(?<!attempted )${NOUN}(?: (?:last night|yesterday|today|this morning|on \\w+day))? of (?:(?<det>an?|one|its|his|her|their|the|US|U\\.S\\.)(?: [\\p{L}\\p{M}'-]+){0,6}? ${PERSON}\\b(?!s)(?! (?:[\\p{Ll}-]+ )?${PERSON}\\b)(?: (?<after>${NAME}))?|(?:[\\p{L}\\p{M}'-]+ ){0,5}?${PERSON} (?<titled>${NAME})|(?<name>${NAME}))`,
    "gu",
  ),
);
/** "Killed the former minister X", but not "killed in Mosul", "killed since January". */
const PHRASE_WORD =
  "(?!(?:in|at|on|by|near|since|during|after|before|from|until|when|while|across|outside|inside|around|throughout|over|with|as|for)\\b)[\\p{Ll}][\\p{L}'-]*";
/** "Killed Soleimani", "killed him". */
const OBJECT = seek(
  new RegExp(
    `\\b(?<!\\b(?:was|were|been|is|are|the|a|of) )${VERB} (?:(?:${PHRASE_WORD} ){0,4}?(?<name>${NAME})|(?<bare>him|her)\\b)(?! (?:fighters|militants|rebels|insurgents|members|soldiers|troops|forces|officials|civilians|people|police|gunmen|supporters))`,
    "gu",
  ),
);
/** "Bhutto's assassination", "his body was found". */
const POSSESSIVE = seek(
  new RegExp(
    `(?<name>${NAME})'s? (?:murder|assassination|killing|execution|slaying)\\b(?! (?:of|attempt|plot|trial|squad|spree))`,
    "gu",
  ),
);
const BODY = seek(
  /\b(?:his|her|the (?:man|woman|boy|girl|victim)'s) (?:[\p{L}-]+ )?(?:body|corpse|remains)\b[^.;]{0,60}?\b(?:was|were) (?:later )?(?:found|discovered|recovered|dumped|left)\b/giu,
);
/** "The death and wounding of American personnel": some, nobody says how many. */
const SOME = seek(
  /\b(?<deaths>deaths?|killings?|murders?)(?<both> and (?:the )?(?:wounding|injuring|injury|injuries))? of (?!an?\b|the\b|his\b|her\b|its\b|one\b|\d)(?:[\p{L}-]+ ){0,5}?(?:personnel|civilians|people|soldiers|troops|policemen|officers|children|women|men|workers|villagers|protesters|demonstrators|journalists|members|residents|students|passengers)\b/giu,
);
const FATAL = seek(/\bfatal (?:shooting|stabbing|beating|attack)\b/giu);
const VICTIMS = seek(
  /\b(?:other|the|among the) (?:victims?|dead|deaths|fatalities|those killed) (?:include[ds]?|were|was) (?<list>[^.;]{5,160})/giu,
);
const NO_PERSON =
  /^(?:Nobody|The|A|An|In|On|At|Islamic|Taliban|Houthi|Houthis|Palestinians|Israelis|Iraqis|Syrians|Afghans|Hundreds|Dozens|Scores|Muslims|Christians|Shiites|Kurds|Tamils|Hamas|Hezbollah|Americans|Police|Troops|More|Nearly|Over|About|Some|Up|No|None|It|He|She|They|We|Kurdish|Al|Islamists|Jews|Arabs|Sikhs|Hindus|Sunnis|Shias|Christian|Muslim|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

const key = (name: string): string => foldWord(name.split(/[\s-]+/).at(-1) ?? name);

const isPerson = (name: string): boolean =>
  !NO_PERSON.test(name.split(" ")[0] ?? "") && (/ /.test(name) || /^\p{Lu}\p{Ll}+$/u.test(name));

/**
 * People whom nouns and names tell: "the assassination of the governor", "killed Soleimani", "the other victims
 * were Jane Doe and a clerk". Each is one person at least.
 */
export function nominalVictims(text: string, offset: number): Casualty[] {
  const found = new Map<string, Casualty>();
  /** `words` are the victim's own, where the match has some. */
  const add = (who: string, match: RegExpMatchArray, words = match[0], isOther = false) => {
    if (found.has(who) || found.size >= 20) return;
    const start = offset + (match.index ?? 0) + Math.max(0, match[0].lastIndexOf(words));
    const count = { min: 1, max: who.startsWith("a ") ? 1 : null };
    found.set(who, {
      ...plainCasualty("killed", count, { start, end: start + words.length }),
      isOther,
      who,
    });
  };
  for (const match of allSought(text, NOMINAL)) {
    const { det, name, after, titled } = match.groups ?? {};
    const named = after ?? titled ?? name;
    if (named !== undefined && isPerson(named)) add(key(named), match, named);
    else if (named === undefined && det !== undefined)
      add(`a ${match[0].split(" ").at(-1)}`, match, match[0].slice(match[0].indexOf(" of ") + 4));
  }
  for (const match of allSought(text, OBJECT)) {
    const { name, bare } = match.groups ?? {};
    if (name !== undefined && isPerson(name)) add(key(name), match, name);
    else if (bare !== undefined) add(`a ${bare}`, match);
  }
  for (const match of allSought(text, FATAL)) if (found.size === 0) add("a fatality", match);
  for (const match of allSought(text, POSSESSIVE)) {
    const name = match.groups?.name ?? "";
    if (!NO_PERSON.test(name.split(" ")[0] ?? "")) add(key(name), match, name);
  }
  for (const match of allSought(text, BODY)) if (found.size === 0) add("a body", match);
  for (const match of allSought(text, VICTIMS)) {
    for (const part of (match.groups?.list ?? "").split(/,? and |, (?=[A-Z])/)) {
      if (/^(?:an?|one|the) |^\p{Lu}/u.test(part))
        add(key(part.split(",")[0] ?? part), match, part.split(",")[0], true);
    }
  }
  return [...found.values(), ...someVictims(text, offset)];
}

function someVictims(text: string, offset: number): Casualty[] {
  const found: Casualty[] = [];
  for (const match of allSought(text, SOME)) {
    if (found.length >= 10 || /\d/.test(match[0])) continue;
    const span = { start: offset + match.index, end: offset + match.index + match[0].length };
    for (const field of match.groups?.both ? (["killed", "injured"] as const) : (["killed"] as const))
      found.push({ ...plainCasualty(field, { min: 1, max: null }, span), isVague: true });
  }
  return found;
}
