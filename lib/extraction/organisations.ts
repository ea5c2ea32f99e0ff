import { isListedWord } from "./common-words";
import { FACILITIES, PERSON_TITLES, PLACE_HEADS } from "./entity-words";
import type { Token } from "./tokens";
import { isOf, wordClass } from "./word-class";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Last or first words of the names of those who fight: "Armed Forces of Popular Resistance", "Jaish al-Adl". */
const ARMED = words(
  "army front forces force brigade brigades battalion battalions regiment division corps guard guards rifles tigers cartel militia militias " +
    "movement resistance jihad liberation martyrs faction commando commandos command police constabulary gendarmerie navy marines fighters volunteers warriors " +
    "organization organisation vanguard mujahideen mujahedin mujahedeen legion squad lions falcons hawks avengers defenders patriots rangers " +
    "ejercito frente fuerzas comando movimiento autodefensas harakat hizb hezb hizbul hezbul jaish jaysh jaish-e lashkar jamaat jamiat tehrik katibat kataib katiba saraya liwa ansar asaib jund jundallah jabhat boko",
);
/** These name somebody only beside a word of the kind above: "Military Council", "Workers' Party". */
const PARTIES = words("party union council league coalition alliance");
const STATE =
  /^(?:army|forces|force|police|constabulary|gendarmerie|navy|marines|guard|guards|corps|regiment|division|battalion|rifles|command)$/;
const LINKS = /^(?:of|for|the|de|del|la|las|los|y|al|el|e|ul|wa|for)$/;
/** "New People's Army". */
const OWNERS = /^(?:people|worker|peasant|women|farmer|citizen)$/;
const OPENING =
  /^(?:the|a|an|in|on|at|by|and|but|when|after|since|as|for|from|with|its|his|their|this|that|while)$/;
const NOT_A_SIDE =
  /^(?:commissioner|chief|spokes.*|officials?|inspector|superintendent|street|road|avenue|square|day|office|department|ministry|minister|act|agreement|week|times|news|radio|post|station|academy|college|intelligence|service)$/;
/** Capitals that name no side in a fight. */
const NO_SIDE = words(
  "ied ieds vbied rpg rpgs ak aks tv uk us usa eu un bbc cnn afp ap tass nna irna saba sana wafa dpa efe spa hiv gmt utc est edt ist suv suvs atm ngo ngos ceo covid icu mp mps mep pm fm ok dna id ids km mm kg am phd faq isbn url pdf sms fbi cia mi5 mi6 wfp who unicef unhcr icrc msf ocha hrw sohr acled iaea opec imf gdp osce uss hms",
);

const isAllCaps = (tokens: readonly Token[]): boolean => {
  const long = tokens.filter((token) => token.isWord && token.text.length > 3);
  return long.length > 3 && long.every((token) => token.text === token.text.toUpperCase());
};

/**
 * How many tokens from `at` make the name of an armed group, force or party that no index has to know:
 * "Armed Forces of Popular Resistance", "Basque-Spanish Battalion"; 0 for none.
 */
export function organisationLength(tokens: readonly Token[], at: number): number {
  const first = tokens[at];
  if (!first?.isWord || !first.isCapital || (at === 0 && OPENING.test(first.lower))) return 0;
  let last = at;
  let names = 1;
  let hasHead = ARMED.has(first.fold);
  for (let i = at + 1; i < tokens.length && i - at < 10; i += 1) {
    const token = tokens[i];
    if (!token?.isWord && token?.text !== "'s") break;
    // "Police Commissioner Coster", "Army Street": somebody or something of theirs; "Military Council" is a side.
    if (token.isCapital && (PERSON_TITLES.has(token.lower) || NOT_A_SIDE.test(token.fold))) return 0;
    if (token.isCapital || (token.isGlued && token.isWord)) {
      last = i;
      names += 1;
      hasHead ||= ARMED.has(token.fold) || (PARTIES.has(token.fold) && names > 2);
    } else if (!LINKS.test(token.lower) && !(token.text === "'s" && OWNERS.test(tokens[i - 1]?.lower ?? "")))
      break;
  }
  const tail = tokens[last]?.fold ?? "";
  if (FACILITIES.has(tail) || PLACE_HEADS.has(tail)) return 0;
  return hasHead && names > 1 && !isAllCaps(tokens.slice(at, at + 12)) ? last - at + 1 : 0;
}

const ACRONYM = /^(?:\p{Lu}\.?){3,8}$/u;
const MAY_BE_ACRONYM = wordClass(({ text }) => ACRONYM.test(text));

/** "FLNC", "N.S.C.N.": an acronym of three letters and more in a text that is not all capitals. */
export function isAcronym(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (
    !token?.isCapital ||
    // The text of a dateline's token is no longer that of its word.
    !isOf(token, MAY_BE_ACRONYM) ||
    !ACRONYM.test(token.text) ||
    NO_SIDE.has(token.fold) ||
    isListedWord(token.lower)
  )
    return false;
  return !isAllCaps(tokens.slice(Math.max(0, at - 6), at + 7));
}

/** Whether a name is a state's or another's: "Police", "Rifles" against "Front", "Movement". */
export const sideOf = (name: string): "force" | "armed" =>
  name.split(/[\s-]+/).some((word) => STATE.test(word.toLowerCase())) &&
  !/liberat|popular|people|resist|revolution/i.test(name)
    ? "force"
    : "armed";

/** "(NPA)" in front of token `at`. */
export const isShortForm = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === ")" &&
  tokens[at - 3]?.text === "(" &&
  /^\p{Lu}[\p{Lu}-]{1,7}$/u.test(tokens[at - 2]?.text ?? "");
