import { isCommonWord, isListedWord } from "./common-words";
import { GROUP_NOUNS, PERSON_TITLES, PLACE_HEADS } from "./entity-words";
import { type Knowledge, longestName } from "./knowledge";
import { foldWord, type Token, tokenize } from "./tokens";

/** Fewer words in capitals than these are a heading, an abbreviation or a cry. */
const LEAST_WORDS = 5;
const NAMED =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|christmas|easter|ramadan)$/;
const ACRONYM =
  /^(?:[B-DF-HJ-NP-TV-XZ\d]{2,6}|(?:US|UN|EU|UK|UAE|USA|NATO|IRA|ETA|PLO|EPL|ELN|EPS|PKK)|U\.[SNK]\.(?:A\.)?|I\.R\.A\.)$/;

const title = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

/** Small letters of ASCII in a line, counted up to `most`. */
function smallLetters(line: string, most: number): number {
  let count = 0;
  for (let i = 0; i < line.length && count < most; i += 1) {
    const code = line.charCodeAt(i);
    if (code >= 97 && code <= 122) count += 1;
  }
  return count;
}

const isShouted = (line: string): boolean => {
  // The rule below allows small letters a tenth of all letters; most lines are done with here.
  const most = line.length * 0.11 + 1;
  if (line.length < 24 || smallLetters(line, most) >= most) return false;
  const letters = line.replace(/[^\p{L}]/gu, "");
  if (letters.length < 24 || (line.match(/\p{L}{2,}/gu) ?? []).length < LEAST_WORDS) return false;
  return letters.replace(/\p{Ll}/gu, "").length >= letters.length * 0.9;
};

/** How long a known name at token `at` is: a place, an actor or a country, but no ordinary word by itself. */
function nameAt(
  tokens: readonly Token[],
  at: number,
  knowledge: Knowledge,
): { length: number; isUpper: boolean } | null {
  const found = [knowledge.places, knowledge.actors, knowledge.countries]
    .map((index) => longestName<unknown>(index, tokens, at)?.length ?? 0)
    .reduce((a, b) => Math.max(a, b), 0);
  const word = tokens[at];
  if (!word) return null;
  const town = found > 1 ? 0 : longTown(tokens, at, knowledge);
  if (town > 0) return { length: town, isUpper: false };
  if (found === 0) return null;
  if (found === 1 && isCommonWord(word.lower)) return null;
  return {
    length: found,
    isUpper: found === 1 && word.text.length <= 5 && !isTownOrCountry(word, knowledge),
  };
}

/** Words of a town's name of two or more words at token `at` whose first is no ordinary one, or 0. */
function longTown(tokens: readonly Token[], at: number, knowledge: Knowledge): number {
  if (!tokens[at]?.isWord || isCommonWord(tokens[at]?.lower ?? "")) return 0;
  for (let length = 4; length > 1; length -= 1) {
    const run = tokens.slice(at, at + length);
    if (run.length < length || !run.every((token) => token.isWord)) continue;
    if (knowledge.towns(run.map((token) => token.fold).join(" ")).length > 0) return length;
  }
  return 0;
}

const isTownOrCountry = ({ fold }: Token, knowledge: Knowledge): boolean =>
  knowledge.countries.names.has(fold) || knowledge.places.names.has(fold) || knowledge.towns(fold).length > 0;

/** A name that is no word of the list as it stands: "Morales" behind "Luis", "Aires" behind "Buenos". */
const goesOn = (token: Token, before: string): boolean =>
  !/(?:ed|ing|ly)$/.test(token.lower) &&
  !GROUP_NOUNS.has(token.lower) &&
  /^\p{Lu}\p{Ll}/u.test(before) &&
  !isCommonWord(foldWord(before)) &&
  !isListedWord(token.lower);

function cased(token: Token, opens: boolean, before: string, isDated: boolean): string {
  const { lower, text } = token;
  if (opens) return ACRONYM.test(text) ? text : title(text);
  if (/^(?:march|may)$/.test(lower)) return isDated ? title(text) : lower;
  if (NAMED.test(lower)) return title(text);
  if (goesOn(token, before)) return ACRONYM.test(text) ? text : title(text);
  if (isCommonWord(lower) || GROUP_NOUNS.has(lower) || PLACE_HEADS.has(lower)) return lower;
  if (PERSON_TITLES.has(lower)) return title(text);
  if (/^\d|^'/.test(text)) return lower;
  return ACRONYM.test(text) ? text : title(text);
}

const isNumber = (token: Token | undefined): boolean => /^\d/.test(token?.text ?? "");

function namePart(part: Token, isFirst: boolean, isUpper: boolean): string {
  if (!isFirst && /^(?:of|the|and|al|de|la|el)$/.test(part.lower)) return part.lower;
  return isUpper || ACRONYM.test(part.text) ? part.text : title(part.text);
}

function calm(line: string, knowledge: Knowledge): string {
  const tokens = tokenize(line, { start: 0, end: line.length });
  const words: string[] = [];
  let opens = true;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token) break;
    const name = token.isWord ? nameAt(tokens, at, knowledge) : null;
    for (const part of tokens.slice(at, at + (name?.length ?? 1))) {
      const isDated = isNumber(tokens[words.length - 1]) || isNumber(tokens[words.length + 1]);
      if (!part.isWord) words.push(part.text);
      else if (name) words.push(namePart(part, part === token, name.isUpper));
      else words.push(cased(part, opens, words.at(-1) ?? "", isDated));
      opens = part.isWord ? false : /^[.!?(]$/.test(part.text) || (opens && /^["'-]$/.test(part.text));
    }
    at += name?.length ?? 1;
  }
  let result = "";
  let written = 0;
  for (const [i, token] of tokens.entries()) {
    const word = words[i] ?? token.text;
    result += line.slice(written, token.start) + (word.length === token.text.length ? word : token.text);
    written = token.end;
  }
  return result + line.slice(written);
}

/**
 * Lines written in capitals throughout (old wire copy, headlines) in the letters of ordinary text: names that the
 * gazetteer, the actors or the countries know and words that no list knows keep a capital, other words lose it.
 * Every character keeps its place. Linear in the length of the text.
 */
export function withOrdinaryCase(plain: string, knowledge: Knowledge): string {
  const lines = plain.split("\n");
  if (!lines.some(isShouted)) return plain;
  return lines.map((line) => (isShouted(line) ? calm(line, knowledge) : line)).join("\n");
}
