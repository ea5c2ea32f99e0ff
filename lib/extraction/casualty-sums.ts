import { holdsIn, mayMatch, type Sought, seekIn } from "./matches";

const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const STRIFE =
  "(?:civil war|war|conflict|insurgency|uprising|rebellion|intifada|coup|invasion|occupation|revolution|campaign|violence|unrest|protests|demonstrations|offensive|cease-?fire|truce|crackdown|hostilities|troubles|fighting|feud)";

/** Behind a number: it adds up a war, a year, a series of events. */
const SUM_AFTER = seekIn(
  new RegExp(
    `\\b(?:since (?:(?:the )?(?:start|beginning|end|outbreak|early|late|mid)\\b|\\d{4}\\b|${MONTH}\\b(?! \\d{1,2}\\b)|last (?:year|month|${MONTH})|(?:the |its |an? )?(?:\\p{Lu}?[\\p{L}\\d'-]+ ){0,4}${STRIFE}|(?:he|she|they|it|[\\p{Lu}][\\p{L}]+) (?:took|came|began|started|launched|returned|went))` +
      `|(?:so far )?this (?:year|month)|(?:in|over|during|within|for) (?:the )?(?:past|last|previous|recent|preceding) (?:[\\p{L}\\d-]+ ){0,3}?(?:weeks|months?|years?|decades?)|in recent (?:weeks|months|years)|(?:in|over|during) the same period|throughout (?:the|what|its|an?)` +
      `|in (?:its|the|an?|their) [\\p{L}\\d]+-(?:year|month|decade)|in (?:[\\p{L}\\d-]+ ){0,3}(?:years|months|weeks|decades) of|between \\d{4} and \\d{4}|from \\d{4} to \\d{4}|in (?:similar|other|previous|such) (?:attacks|incidents|clashes|bombings|strikes|violence)|(?:every|each|per) (?:day|week|month|year)|a (?:week|month|year) on average)\\b`,
    "iu",
  ),
);
/** In front of a number: the same. */
const SUM_BEFORE = seekIn(
  new RegExp(
    `\\b(?:(?:[Ss]ince (?:the |an? )?(?:\\d{4}|${MONTH} \\d{4}|${MONTH}(?! \\d)|(?:start|beginning|outbreak)|(?:[\\p{L}'-]+ ){0,3}${STRIFE})|[Ss]ince then|[Tt]his year|[Ss]o far this|[Ii]n (?:the )?(?:past|last|previous|recent) (?:[\\p{L}\\d-]+ ){0,3}?(?:weeks|months?|years?|decades?)|[Ii]n recent (?:weeks|months|years)|[Oo]ver the (?:past|last) [\\p{L}\\d]+)\\b[^.;]{0,110}` +
      `|\\b(?:civil war|war|conflict|insurgency|uprising|rebellion|intifada|feud|troubles)\\b[^.;]{0,60}?\\b(?:has|have)(?: also| already| now)? (?:killed|claimed|left|cost|taken|resulted|caused)\\b[^.;]{0,40}|\\b(?:war|conflict|insurgency|civil war|uprising)\\b[^.;]{0,30}\\b(?:that|which|in which)\\b[^.;]{0,30}|\\btolls? (?:from|in|of|over|for) (?:the )?(?:[\\w-]+ ){0,3}?(?:days|weeks|months|years) of\\b[^.;]{0,60})$`,
    "u",
  ),
);

/** "The deadliest attack since 2004": compares one event, and adds up none. */
const RECORD = seekIn(
  /\b(?:deadliest|worst|bloodiest|biggest|largest|heaviest|highest|most \w+|first|fiercest|only)\b[^.;]{0,60}?\b(?:since|in|this|for)\b[^,.;]{0,40}/giu,
);

/**
 * Whether a number in a sentence adds up more than one event: "6,000 have been killed since 2004". `before` and
 * `after` are pieces of `text`.
 */
export function isSum(text: string, before: string, after: string, isVague: boolean): boolean {
  const hasRecord = mayMatch(text, RECORD);
  const isHeld = (piece: string, wanted: Sought): boolean =>
    hasRecord ? wanted.pattern.test(piece.replace(RECORD.pattern, "")) : holdsIn(text, piece, wanted);
  return (
    isHeld(after, SUM_AFTER) ||
    isHeld(before, SUM_BEFORE) ||
    (isVague && /\bresponsible for\b[^.;]{0,90}$/i.test(before))
  );
}

const DENIED_BEFORE = seekIn(
  /\b(?:(?:den(?:y|ied|ies|ying)|dismiss(?:ed|es|ing)|reject(?:ed|s|ing)|refut(?:ed|es|ing))(?: \w+){0,3}? (?:that|killing|having|it|they|reports?|claims?|allegations?|accounts?)\b|false(?:ly)?\b|talk of\b|rumou?rs? (?:of|that)\b)[^.;,]{0,90}$/i,
);
const DENIED_AFTER = seekIn(
  /^[^.;]{0,90}\b(?:(?:is|are|was|were) (?:false|baseless|untrue|nonsense|not true|wrong|denied|unfounded))\b/i,
);

/** "Denied that 12 were killed", "a report that 22 died is baseless": not what happened. */
export const isDenied = (text: string, before: string, after: string): boolean =>
  holdsIn(text, before, DENIED_BEFORE) || holdsIn(text, after, DENIED_AFTER);
