import type { Cue } from "./cues";
import type { Token } from "./tokens";
import { isOf, type WordClass, wordClass } from "./word-class";

/**
 * asserted: it happened. reference: spoken of as known (blamed, condemned, investigated). general: a habit,
 * a trend, a description of somebody. hypothetical: planned, feared, threatened. negated: it did not happen.
 */
export type Modality = "asserted" | "reference" | "general" | "hypothetical" | "negated";

const MODAL = /^(?:will|would|could|may|might|shall|should|must|can|cannot|'ll|can't|won't|ought)$/;
const ADVERB =
  /ly$|^(?:also|ever|even|still|just|again|then|now|not|soon|be|been|being|have|has|had|once|never)$/;
const FACTUAL_TO =
  /^(?:continued|began|started|managed|reported|believed|thought|understood|alleged|said|known|proceeded|used|appeared|happened|confirmed|came|appears|seems|seemed|rushed)$/;
const THREAT =
  /^(?:threat|threats|threaten|threatens|threatened|threatening|vow|vows|vowed|vowing|pledge|pledged|warn|warns|warned|warning|warnings|risk|risks|fear|fears|feared|possible|potential|possibility|prospect|plan|plans|planned|planning|plot|plots|plotting|plotted|prepare|preparing|prepared|intend|intended|intends|intention|want|wants|wanted|seek|seeks|seeking|sought|call|calls|called|calling|urge|urged|urging|demand|demanded|prevent|prevents|preventing|deter|deterring|avoid|imminent|ready|able|capable|future|further|promise|promised|consider|considering|if|unless|whether|ability|aim|aimed|aims|hope|hopes|hoped|should|attempt|attempts|conspiracy|conspiring|tried|trying|try|designed|order|ordered|likelihood|against|incite|inciting|rumou?rs?|expected|expecting|case)$/;
const REFERENCE =
  /^(?:responsible|responsibility|involved|involvement|known|accused|accuse|accuses|wanted|suspected|role|linked|behind|charged|convicted|sentenced|blamed|blame|blames|blaming|condemned|condemn|condemning|condemnation|investigating|investigate|investigation|anniversary|commemorate|commemorating|mourning|reaction|statement|conducts|conduct|coordinates|coordinated|coordinating|directs|directed|directing|plans|facilitates|facilitating|leads|oversees|executing|details|credit|evidence|information|described|justified|denounced|praised|claimed|claim|claiming|suspects?|survivors?|victims?|aftermath|scene|site|footage|video|deterring|culminating|approved|orchestrated|related|deadliest|worst)$/;
const HABIT =
  /^(?:often|frequently|regularly|routinely|usually|always|commonly|typically|normally|occasionally|sometimes|increasingly|previously|frequent|regular|routine|common|frequency|number|rate|pattern|rise|increase|surge|spike|spate|wave|series|string|campaign|history|daily|weekly|years|decades|recent|sporadic|ongoing|periodic|years-long|decade-long|most|prone|type|kind|form)$/;

const ENDS: ReadonlySet<string> = new Set([".", ";", ":", "?", "!"]);

const NEGATION =
  /^(?:not|never|didn't|wasn't|weren't|denied|denies|without|nor|cannot|couldn't|refused|hasn't|haven't)$/;
const OFTEN =
  /^(?:often|frequently|regularly|routinely|usually|always|commonly|typically|sometimes|occasionally)$/;
/** In front of a verb without one of these, nothing takes from what it asserts. */
const QUALIFIES_VERB = wordClass(({ lower }) =>
  [
    MODAL,
    NEGATION,
    THREAT,
    REFERENCE,
    OFTEN,
    /^(?:denying|to|if|unless|whether|since|have|has|are|is)$/,
  ].some((pattern) => pattern.test(lower)),
);

const has = (words: readonly string[], pattern: RegExp): boolean => words.some((word) => pattern.test(word));

function wordsBefore(tokens: readonly Token[], cue: Cue, from: number, count: number): string[] {
  const words: string[] = [];
  for (let i = cue.first - 1; i >= from && words.length < count; i -= 1) {
    const token = tokens[i];
    if (!token || ENDS.has(token.text)) break;
    if (token.isWord) words.push(token.lower);
  }
  return words;
}

/** Whether a word in front of a cue, of those that `wordsBefore` gives, is of a class. */
function hasBefore(
  tokens: readonly Token[],
  cue: Cue,
  from: number,
  count: number,
  wanted: WordClass,
): boolean {
  let seen = 0;
  for (let i = cue.first - 1; i >= from && seen < count; i -= 1) {
    const token = tokens[i];
    if (!token || ENDS.has(token.text)) return false;
    if (!token.isWord) continue;
    if (isOf(token, wanted)) return true;
    seen += 1;
  }
  return false;
}

const isYearNear = (tokens: readonly Token[], cue: Cue): boolean =>
  tokens.slice(cue.last, cue.last + 8).some(({ text }) => /^(?:1[89]|20)\d\d$/.test(text));

/** "Have been arrested over the past few hours" is news, "over the past years" is none. */
function isOverYears(tokens: readonly Token[], cue: Cue): boolean {
  const after = tokens.slice(cue.last, cue.last + 9).map((token) => token.lower);
  if (has(after, /^(?:hours?|days?|night|24|48|72)$/)) return false;
  const isThisYear = after.some(
    (word, i) => word === "this" && /^(?:year|month|week)$/.test(after[i + 1] ?? ""),
  );
  return (
    isThisYear ||
    has(
      after,
      /^(?:previously|repeatedly|often|frequently|regularly|routinely|past|since|years|dozens|months)$/,
    )
  );
}

const TRIED =
  /^(?:hijack|kidnap|abduct|assassinate|murder|stab|storm|board|ambush|detonate|set fire to|blow (?:up|himself up|herself up|themselves up))$/;

/** "Used a light aircraft to bomb the base". */
function isUsedTo(tokens: readonly Token[], cue: Cue, from: number): boolean {
  for (let i = cue.first - 1; i >= Math.max(from, cue.first - 8); i -= 1) {
    const { lower, isWord } = tokens[i] ?? { lower: "", isWord: false };
    if (lower === "used") return true;
    if (!isWord && lower !== "-") return false;
  }
  return false;
}

/** "Who was denied asylum": a refusal, and what happened to somebody besides is not denied. */
const isDenial = (before: readonly string[], at: number): boolean =>
  before[at] !== "denied" || !/^(?:was|were|been|be|being|who|which|that)$/.test(before[at + 1] ?? "");

function verbModality(tokens: readonly Token[], cue: Cue, from: number): Modality {
  if (!hasBefore(tokens, cue, from, 8, QUALIFIES_VERB)) return "asserted";
  const before = wordsBefore(tokens, cue, from, 8);
  const near = before.slice(0, 4);
  const chain: string[] = [];
  for (const word of before) {
    if (!ADVERB.test(word) && !MODAL.test(word) && word !== "to") break;
    chain.push(word);
  }
  const afterChain = before[chain.length] ?? "";
  const isPerfect =
    chain.includes("have") && (chain.includes("may") || chain.includes("might") || chain.includes("must"));
  if (
    before.slice(0, 3).some((word, i) => NEGATION.test(word) && isDenial(before, i)) &&
    !near.includes("only")
  )
    return "negated";
  // "Denied the district had fallen".
  if (
    before.slice(0, 6).some((word, i) => /^(?:denied|denies|denying)$/.test(word) && isDenial(before, i)) &&
    chain.some((word) => /^(?:had|has|have)$/.test(word))
  )
    return "negated";
  if (chain.some((word) => MODAL.test(word)) && !isPerfect) return "hypothetical";
  if (chain.includes("to")) {
    if (FACTUAL_TO.test(afterChain)) return "asserted";
    // "Pirates attempted to hijack a tanker": what was tried is an incident, too.
    if (/^(?:attempted|tried)$/.test(afterChain) && TRIED.test(cue.words)) return "asserted";
    if (isUsedTo(tokens, cue, from)) return "asserted";
    return cue.sense.pos === "base" || chain.includes("be") ? "hypothetical" : "asserted";
  }
  if (cue.sense.pos === "base" && near[0] === "to") return "hypothetical";
  if (cue.sense.pos === "ing" && has(near.slice(0, 3), THREAT)) return "hypothetical";
  if (cue.sense.pos === "ing" && has(near.slice(0, 3), REFERENCE)) return "reference";
  if (has(before.slice(0, 6), /^(?:if|unless|whether)$/)) return "hypothetical";
  // "At war since it captured the hills in 1967": where a state began is known.
  const since = before.slice(0, 5).indexOf("since");
  if (since >= 0 && isYearNear(tokens, cue) && !before.slice(0, since).includes("when")) return "reference";
  if ((chain.includes("have") || chain.includes("has")) && isOverYears(tokens, cue)) return "general";
  if (has(near, /^(?:are|is)$/) && has(near, HABIT)) return "general";
  return has(near.slice(0, 3), OFTEN) ? "general" : "asserted";
}

function nounModality(tokens: readonly Token[], cue: Cue, from: number): Modality {
  const before = wordsBefore(tokens, cue, from, 7);
  const near = before.slice(0, 4);
  const after = tokens.slice(cue.last, cue.last + 3).map((token) => token.lower);
  const isPlural = cue.sense.plural === true;
  const determiner = has(near.slice(0, 2), /^(?:the|a|an|this|these|that|those|another)$/);
  if (has(near.slice(0, 3), /^(?:no|any|without|denied|denying)$/) && !has(near, /^(?:casualties|claims?)$/))
    return "negated";
  if (
    has(
      near.slice(0, 3),
      /^(?:threat|threats|threatened|possible|potential|planned|future|imminent|further|prospect|risk|fears?|fear|plotting|planning|prevent|preventing|deter|avoid|warned|warning|warnings)$/,
    )
  )
    return "hypothetical";
  if (near[0] === "to" && cue.sense.pos === "base") return "hypothetical";
  if (
    has(near, /^(?:frequency|rate|number|spate|history|pattern|increase|rise|surge|spike|prone)$/) &&
    isPlural
  )
    return "general";
  if (
    isPlural &&
    has(
      near.slice(0, 3),
      /^(?:frequent|regular|routine|daily|sporadic|periodic|constant|ongoing|continued|recent)$/,
    )
  )
    return "general";
  // "A suspected missile strike killed four".
  const isDoubted = /^suspected$/.test(near[0] ?? "") && /^(?:an?|another)$/.test(near[1] ?? "");
  if (has(near, REFERENCE) && !isDoubted && !has(near.slice(0, 2), /^(?:another|second|separate)$/))
    return "reference";
  if (has(before, /^(?:will|would|could|if|unless|should|might|must|can)$/) && has(before, THREAT))
    return "hypothetical";
  if (has(before.slice(0, 5), THREAT) && !determiner) return "hypothetical";
  if (isPlural && !determiner && has(after, /^(?:have|has|increased|become|are|remain|continue|continued)$/))
    return "general";
  return "asserted";
}

/** "The hijacked jet", "its captured leader": a participle in front of a noun recalls what is known. */
function isAttribute(tokens: readonly Token[], cue: Cue): boolean {
  if (cue.sense.pos !== "participle" || cue.sense.role !== "event") return false;
  const [before, next] = [tokens[cue.first - 1], tokens[cue.last]];
  return (
    /^(?:the|a|an|this|that|these|those|its|his|her|their|'s)$/.test(before?.lower ?? "") &&
    next?.isWord === true &&
    !/^(?:by|in|on|at|and|or|with|from|for|to|near|during|when|as|were|was|are|is|had|have|has)$/.test(
      next.lower,
    )
  );
}

const PLAYED_WORD = /^(?:simulat\w*|mock|rehears\w*|drills?|staged|re-enact\w*)$/;
const PLAYED = wordClass(({ lower }) => PLAYED_WORD.test(lower));
const JUDGED_WORD = /^(?:sentenced|convicted|jailed|guilty|acquitted|imprisoned|trial)$/;
const JUDGED = wordClass(({ lower }) => JUDGED_WORD.test(lower));

/** "An exercise simulating a gas attack", "sentenced for killing two". */
function isPlayedOrJudged(tokens: readonly Token[], cue: Cue, from: number): Modality | null {
  let at = from;
  for (let token = tokens[at]; at < cue.first && token; token = tokens[at]) {
    if (isOf(token, PLAYED) || isOf(token, JUDGED)) break;
    at += 1;
  }
  if (at >= cue.first) return null;
  const before = wordsBefore(tokens, cue, from, 12);
  if (has(before.slice(0, 5), PLAYED_WORD)) return "hypothetical";
  return has(before, JUDGED_WORD) && has(before.slice(0, 3), /^(?:for|of|over|in)$/) ? "general" : null;
}

/** A question mark stands behind it. */
function isAsked(tokens: readonly Token[], cue: Cue): boolean {
  if (tokens.at(-1)?.text === "?") return true;
  for (let i = tokens.length - 1; i > cue.first; i -= 1) {
    const token = tokens[i];
    if (token?.text === "?" && token.start > cue.end) return true;
  }
  return false;
}

/** How a cue is meant, read from the words before it in its part of the sentence (from token `from`). */
export function modalityOf(tokens: readonly Token[], cue: Cue, from: number): Modality {
  if (isAsked(tokens, cue)) return "hypothetical";
  const judged = isPlayedOrJudged(tokens, cue, from);
  if (judged) return judged;
  if (isAttribute(tokens, cue)) return "reference";
  return cue.sense.pos === "noun" ? nounModality(tokens, cue, from) : verbModality(tokens, cue, from);
}
