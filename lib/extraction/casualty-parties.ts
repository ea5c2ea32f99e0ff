import { allSought, seek } from "./matches";
import { BOUND, CARDINAL, type Count, countRange } from "./numbers";
import { PERSON } from "./person-words";
import { remembered } from "./remembered";
import type { Span } from "./text";

/** Somebody that a sentence counts: "at least four people", "a policeman", "John Smith", "himself". */
export type Party = Span & {
  kind: "count" | "one" | "named" | "self";
  /** "at least", "another": the words in front of a number. */
  bound: string;
  count: Count;
  /** Digits or words of a number, the words for a person, a name. */
  words: string;
  /** "One of the four". */
  isPart?: boolean;
};

const NUMBER = seek(
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?<bound>(?:${BOUND} )+))?(?<n>both(?! (?:sides|countries|[\\p{L}]+ and)\\b)|${CARDINAL})(?:[-–](?<most>\\d{1,6})(?!-))?(?![\\p{L}\\p{N}])(?!-(?:year|month|day|week|hour)s?\\b)`,
    "giu",
  ),
);
const ONE: Count = { min: 1, max: 1, vague: false };
/** A sentence without full stops has no more than so many. */
const MOST = 60;

const boundOf = (words: string) => words.replace(/\b(?:the|all|only|just|other|some)\b/gi, "").trim();

/** "Somporn Kaewsri, 52, was shot", "aged 34", "a mother of two", "one in five": these count nobody. */
function isAge(text: string, { start, end }: Span, words: string): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const behind = text.slice(end, end + 8);
  return (
    /\b(?:aged|age|ages)(?: of| between)?(?: [\w-]+(?:,| and| to)){0,3} $|\b(?:mother|father|parent|grandmother|grandfather|widow) of $|\b(?:boy|girl|man|woman|child|youth|baby|son|daughter) of (?:about )?$|\b(?:one|\d) in $/i.test(
      before,
    ) ||
    (/(?:[\p{L}\p{M}'.-], | \()$/u.test(before.slice(-4)) &&
      /^(?:,(?! (?:\d|and\b))|\)|\.?$)/.test(behind) &&
      /^\d{1,2}$|^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/i.test(words))
  );
}

function numbersIn(text: string): Party[] {
  const found: Party[] = [];
  for (const match of allSought(text, NUMBER)) {
    const { bound = "", n = "", most } = match.groups ?? {};
    const count = n.toLowerCase() === "both" ? { min: 2, max: 2, vague: false } : countRange(bound, n);
    const span = { start: match.index, end: match.index + match[0].length };
    // "At 0900": a clock time of old telegrams.
    if (!count || isAge(text, span, n) || /^0\d/.test(n)) continue;
    const max = most !== undefined && Number(most) > count.min ? Number(most) : count.max;
    found.push({ ...span, kind: "count", bound, count: { ...count, max }, words: n });
    if (found.length >= MOST) break;
  }
  for (const match of allSought(text, ORDINAL)) {
    const words = match.groups?.nth?.toLowerCase() ?? "";
    const n = ORDINALS.indexOf(words) + 2;
    if (found.length > 2 * MOST) break;
    found.push({
      ...single("count", words, match.index, match[0].length),
      count: { min: n, max: n, vague: false },
    });
  }
  return joinRanges(text, found);
}

/** "Between 10 and 12", "10-12", "three or four": one number with two ends. "Rose from 9 to 14" is none. */
function joinRanges(text: string, numbers: readonly Party[]): Party[] {
  const joined: Party[] = [];
  for (const number of numbers) {
    const last = joined.at(-1);
    const between = last ? text.slice(last.end, number.start) : "";
    const before = last ? text.slice(Math.max(0, last.start - 9), last.start) : "";
    const isRange =
      last !== undefined &&
      boundOf(number.bound) === "" &&
      (/^\s?[-–]\s?$|^ or $/.test(between) ||
        (between === " to " && !/\bfrom $/i.test(before)) ||
        (between === " and " && /\bbetween $/i.test(before))) &&
      number.count.max !== null &&
      last.count.max !== null &&
      last.count.min < number.count.min;
    // "One of the four": a part, and the whole is counted elsewhere.
    if (last && between === " of " && /^the\b/i.test(number.bound)) {
      if (/\b(?:every|each) $/i.test(before)) joined[joined.length - 1] = number;
      else joined[joined.length - 1] = { ...last, end: number.end, isPart: true };
      continue;
    }
    if (last && isRange)
      joined[joined.length - 1] = {
        ...last,
        end: number.end,
        count: { ...last.count, max: number.count.max },
      };
    else joined.push(number);
  }
  return joined;
}

const NAME_WORD = "\\p{Lu}[\\p{L}\\p{M}'-]*\\.?";
const NAME = `${NAME_WORD}(?: (?:(?:al|el|de|del|bin|ibn|van|von|der)[ -])?${NAME_WORD}| al-${NAME_WORD}){0,5}`;
const MODIFIERS =
  "(?:(?!(?:and|or|who|that|of|the|an?|his|her|their|its|by|in|at|on|as|when|killed|kills|killing|wounded|wounds|wounding|injured|injures|injuring|hurt|hurting|shot|left|leaving|was|were|is|had|has|said|another|attacked|hit|struck|targeted|ambushed|against)\\b)[\\p{L}\\d'-]+ ){0,4}?";
const PERSON_PHRASE = seek(
  new RegExp(
    `(?<![\\p{L}\\p{N}'-])(?<det>[Aa]n?|[Aa]nother|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|\\p{Lu}\\p{L}+'s) ${MODIFIERS}${PERSON}(?![\\p{L}'-])(?! (?:[\\p{Ll}-]+ )?${PERSON}(?![\\p{L}'-]))(?: (?:named |called |identified as )?(?<name>${NAME}))?`,
    "gu",
  ),
);
/** "A tribal elder was shot dead": whatever the word, who is killed is a person. */
const SUBJECT_PHRASE = seek(
  /(?<=^|[,;:.(] |\b(?:and|that|when|as|where|while) )(?:an?|another|the|his|her|one) (?:[\p{L}'-]+ ){0,4}?[\p{L}'-]{2,}(?= (?:was|is|has been|had been|being)(?: \w+ly| also| later)? (?:killed|shot dead|assassinated|murdered|beheaded|executed|martyred|wounded|injured)\b)/giu,
);
/** It looks back only from an article, and `BARE` only behind a last letter of one of its verbs: that is quick. */
const OBJECT_PHRASE = seek(
  /(?=a)(?<=\b(?:kill(?:ed|ing|s)|wound(?:ed|ing|s)|injur(?:ed|ing|es)|assassinat(?:ed|ing)|murder(?:ed|ing)|execut(?:ed|ing)|behead(?:ed|ing)|shot dead|gunned down|shot and killed) )(?:an?|another) (?!number|group|family|couple|few|dozen|hundred|thousand|handful|series|lot|crowd|total|further|pair|score)(?:[\p{L}'"-]+ ){0,3}?[\p{L}'-]{3,}(?= (?:in|on|at|near|when|who|from|of|and|outside|inside|as|after|during|before|with|by|late|early)\b|[,.;]|$)/giu,
);
/** "A 26-year-old was stabbed. He was pronounced dead": pronouns count where the words leave no doubt. */
const PRONOUN = seek(
  /\b(?:he|she)(?= (?:\w+ ){0,2}?(?:pronounced dead|declared dead|shot dead|stabbed to death|succumbed|died (?:at the scene|in (?:the )?hospital|on the spot|of (?:his|her)|from (?:his|her)|later|instantly|shortly)))/giu,
);
const ORDINALS = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
/** "Five were killed and a sixth died later": now they are six. */
const ORDINAL = seek(
  new RegExp(
    `\\ba (?<nth>${ORDINALS.join("|")})(?= (?:person |man |victim |soldier |officer |policeman )?(?:later |has |had |since )*(?:died|succumbed)\\b)`,
    "giu",
  ),
);
const SELF = seek(/(?<=\band )(?:himself|herself|themselves)\b/giu);
/** "Gunmen kill judge", "Policeman killed in blast": headlines leave the article out. */
const BARE = seek(
  new RegExp(
    `(?:(?<=[dels] )(?<=\\b(?:kills?|killed|wounds?|injures?|shot dead) )${PERSON}(?![\\p{L}'-])|^(?:[\\p{L}]+ )?${PERSON}(?= (?:killed|shot dead|wounded|injured|dies|assassinated|murdered|hurt)\\b))`,
    "giu",
  ),
);
const TITLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:[\\p{Ll}][\\p{L}'-]* ){0,3}?${PERSON} )?(?<name>${NAME_WORD} (?:(?:al|el|de|del|bin|ibn|van|von|der)[ -])?${NAME})(?! (?:fighters|militants|rebels|insurgents|members|soldiers|troops|forces|officials|civilians|police|gunmen|supporters|guerrillas)\\b)(?![\\p{L}\\p{N}-])`,
  "gu",
);
/** Where every name of `TITLED` has its first two words. */
const TWO_CAPITALS = /\p{Lu}[\p{L}\p{M}'-]*\.? (?:(?:al|el|de|del|bin|ibn|van|von|der)[ -])?\p{Lu}/gu;
/** So many spaces at most stand between the first word of a match and the name. */
const SPACES_BEFORE_NAME = 6;

/** The matches of `TITLED`, which is tried only from shortly in front of two words with capitals. */
function titledNames(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let from = 0; found.length <= MOST; ) {
    TWO_CAPITALS.lastIndex = from;
    const name = TWO_CAPITALS.exec(text);
    if (!name) break;
    let at = name.index;
    for (let i = 0; i < SPACES_BEFORE_NAME && at > 0; i += 1) at = text.lastIndexOf(" ", at - 1);
    TITLED.lastIndex = Math.max(from, at);
    const match = TITLED.exec(text);
    if (!match) break;
    found.push(match);
    from = match.index + match[0].length;
  }
  return found;
}

/** "National Police Director General José Medina": the name begins behind the last title. */
const TITLES =
  /^.*\b(?:General|Director|President|Minister|Colonel|Judge|Justice|Mayor|Governor|Captain|Major|Lieutenant|Sergeant|Corporal|Inspector|Superintendent|Commissioner|Chief|Commander|Ambassador|Senator|Bishop|Archbishop|Father|Sheikh|Mullah|Maulana|Imam|Doctor|Professor|(?:Gen|Col|Capt|Lt|Maj|Sgt|Cpl|Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Rev|Supt|Insp|Brig|Adm|Gov)\.?) (?=\p{Lu})/u;
const NO_PERSON_NAME =
  /\b(?:Nobody|The|A|An|Islamic|State|Taliban|Houthis?|Muslims|Christians|Army|Police|Force|Forces|Front|Brigades?|Party|Movement|Al|Council|Corps|Guards?|Ministry|Institute|Company|Ltd|Bank|Agency|Authority|Department|Office|Bureau|Union|League|Society|Association|Organi[sz]ation|Cent(?:re|er)|Church|Mosque|School|College|News|Times|Post|Radio|Television|TV|Corporation|Committee|Commission|Court|Group|Brigade|Battalion|Regiment|Division|Squad|Team|Unit|Navy|Air|Market|Square|Road|Bridge|River|Province|City|District|University|Street|Hotel|Hospital|Airport|United|Nations|Republic|North|South|East|West|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|At|More|Some|Up|No|None|It|He|She|They|We|In|On|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Another|Other|Both)\b/;

const single = (kind: Party["kind"], words: string, start: number, length: number): Party => ({
  kind,
  words,
  start,
  end: start + length,
  bound: "",
  count: ONE,
});

function personsIn(text: string): Party[] {
  const found: Party[] = [];
  for (const match of allSought(text, PERSON_PHRASE)) {
    const { det = "", name } = match.groups ?? {};
    if (found.length >= MOST) break;
    const party = single(name ? "named" : "one", name ?? match[0], match.index, match[0].length);
    found.push(/^another$/i.test(det) ? { ...party, bound: "another " } : party);
  }
  for (const pattern of [SUBJECT_PHRASE, OBJECT_PHRASE, BARE, PRONOUN]) {
    for (const match of allSought(text, pattern)) {
      if (found.length >= 2 * MOST) break;
      const party = single("one", match[0], match.index, match[0].length);
      found.push(/^another\b/i.test(match[0]) ? { ...party, bound: "another " } : party);
    }
  }
  for (const match of allSought(text, SELF)) {
    if (found.length >= 2 * MOST) break;
    found.push(single("self", match[0], match.index, match[0].length));
  }
  return found;
}

function namesIn(text: string): Party[] {
  const found: Party[] = [];
  // In a text all in capitals every word looks like a name.
  if (!/\p{Ll}{3}/u.test(text)) return found;
  for (const match of titledNames(text)) {
    const whole = match.groups?.name ?? "";
    if (found.length >= MOST) break;
    const name = whole.slice(TITLES.exec(whole)?.[0].length ?? 0).replace(/(?<=\p{L}{3})\.$/u, "");
    if (NO_PERSON_NAME.test(name) || !name.includes(" ")) continue;
    const isShort = whole.endsWith(".") && !name.endsWith(".");
    found.push(single("named", name, match.index, match[0].length - (isShort ? 1 : 0)));
  }
  return found;
}

/** Everybody whom a stretch counts, from left to right without overlaps; numbers go before persons and names. */
export const partiesIn: (text: string) => readonly Party[] = remembered(readParties);

function readParties(text: string): Party[] {
  const taken: Party[] = [];
  for (const party of [...numbersIn(text), ...personsIn(text), ...namesIn(text)]) {
    if (!taken.some((other) => party.start < other.end && other.start < party.end)) taken.push(party);
  }
  return taken.sort((a, b) => a.start - b.start);
}
