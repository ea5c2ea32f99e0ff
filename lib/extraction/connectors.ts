import type { LinkType } from "@/lib/taxonomy/terms";
import { firstWordsOf, signsOf } from "./pattern-needs";
import type { Span } from "./text";
import { ABOUT } from "./time-words";
import type { Token } from "./tokens";
import { isOf, wordClass } from "./word-class";

/** Words that part two events of a sentence and say how they hang together. */
export type Connector = Span & {
  first: number;
  last: number;
  /** In lower case. */
  words: string;
  /** What the event before it is to the event after it; null when the words say nothing. */
  link: LinkType | null;
  /** "X, followed by Y": the event after it is the later one. */
  isReversed: boolean;
  /** "hours", "two days" in front of "after", null when there is none; with it, it is always another event. */
  measure: string | null;
  /** ";", "while" or a clause of its own: what follows may as well be the same event. */
  isSoft: boolean;
  /** "Israel hit back with air strikes": the words stand inside the clause of the event after them. */
  isReply?: boolean;
};

/** Words, link, and whether the event behind them is the later one. */
const CONNECTORS: readonly [RegExp, LinkType | null, boolean?][] = [
  [
    /^(?:in (?:an )?(?:apparent )?(?:retaliation|revenge|reprisal|retribution) (?:for|to|against)|(?:to|had|have) avenged?|avenging|retaliat(?:ing|ed) for|as (?:a )?(?:revenge|retaliation|payback|reprisal) for|(?:in )?(?:vengeance|revenge|reprisal) for)\b/,
    "retaliation-for",
  ],
  [
    /^(?:retaliation|revenge|reprisals?|vengeance|retribution|payback|punishment) (?:for|against) |^(?:(?:called|calling|described as|to be) )?(?:a |an )?(?:revenge|reprisal|vengeance) for/,
    "retaliation-for",
  ],
  [/^(?:retaliated|retaliates|retaliating)(?= (?:with|by|on|at|in|,))/, "retaliation-for", true],
  [
    /^(?:responded|replied|answered|reacted|responds|responding|hit back|hits back|struck back|strikes back|fired back|shot back|hitting back|striking back)(?= (?:with|by|on|at|in|,))/,
    "response-to",
    true,
  ],
  [/^in (?:response|reply|answer|reaction)(?=,)/, "response-to", true],
  // "Soldiers were killed, prompting warplanes to respond with air strikes".
  [
    /^(?:prompting|forcing|leading|causing) (?=(?:[a-z'-]+ ){1,5}to (?:respond|retaliate|reply|strike|launch|fire|return|open|shell|bomb|hit)\b)/,
    "response-to",
    true,
  ],
  // "The murder unleashed a wave of protests".
  [
    /^(?:unleash(?:ed|es|ing)?|spark(?:ed|s|ing)?|trigger(?:ed|s|ing)?|provok(?:ed|es|ing)|ignit(?:ed|es|ing)|set off|setting off|sets off|draws?|drew|drawing|prompt(?:ed|s|ing))(?= (?:an? |the |more |new |fresh )?(?:[a-z-]+ ){0,3}(?:protests?|riots?|rioting|clashes|demonstrations?|violence|unrest|reprisals?|retaliation|air ?strikes?|air ?raids?|strikes|shelling|counter-?attacks?|crackdown)\b)/,
    "response-to",
    true,
  ],
  [/^in (?:retaliation|revenge|reprisal)(?=,)/, "retaliation-for", true],
  [
    /^(?:in connection (?:with|to)|on suspicion of|suspected of|accused of|over (?=(?:the|a|an|his|her|last|their)\b)|for (?=(?:the|a|an|his|her|last|their) (?:\S+ )?(?:murder|killing|attack|bombing|shooting|kidnapping|abduction|bomb))|who (?:was|were|had been) (?=\S+ed\b))/,
    "response-to",
  ],
  [/^before (?=(?:the|an?|that|this)\b)/, "follows", true],
  [
    /^(?:in (?:direct |apparent )?(?:response|reaction|answer|reply) to|as (?:a |an )?(?:direct |apparent )?(?:response|reaction|answer|reply) to|(?:response|answer|reply) to (?=(?:the|an?|this|that|last|his|her|its|their)\b|\S+'s )|responding to|prompted by|triggered by|sparked by|provoked by|ignited by|pointing to|in protest (?:at|against|of|over)|protesting(?: against)?|angered by|(?:over|against|at) (?:the|last|his|her|their) (?=(?:[a-z-]+ ){0,2}(?:killing|death|murder|abduction|kidnapping|shooting|arrest|bombing|massacre|execution|assassination)s?\b))/,
    "response-to",
  ],
  [/^(?:as )?part of (?=(?:an?|the|its|their|his)\b)(?!.{0,20}(?:investigation|inquiry|probe))/, "part-of"],
  [/^(?:followed by|(?:that |which )?(?:led|leading) to (?=(?:the|an?)\b))/, "follows", true],
  [
    /^(?:in the (?:wake|aftermath) of|within (?:an? |two |three |several |\d+ )?(?:minutes|hours?|days?|weeks?) of (?=(?:the|an?|last|this) )|follow(?:ing|s|ed)?|comes? after|came after)\b/,
    "follows",
  ],
  [
    /^after\b(?! (?:midnight|noon|midday|dark|dawn|dusk|nightfall|sunset|sunrise|\d{1,2}[:.]\d|\d{3,4}(?: hours| hrs| h)?|\d{1,2} ?[ap]\.?m|\w+ o'clock)\b)/,
    "follows",
  ],
  [
    /^(?:while(?! (?:on|in|at|under|\w+ing)\b)|whereas|(?:since|such as|like|similar to|reminiscent of|compared (?:to|with)) (?=(?:the|an?|one|two|last|another)\b)|since (?=[^,;]{3,24}, when\b))/,
    null,
  ],
  // "The visit came as soldiers were shot".
  [/^(?:came|comes|coming) (?:just )?(?:as|while)\b/, null],
  // "The headquarters, which was already flattened in raids last Thursday".
  [/^which (?:was|were|had been|has been|have been) (?:already|previously|earlier)\b/, null],
  // "Including a bombing that ...", but not "including a commander".
  [
    /^including (?=(?:the|an?|one|two|last|another) (?:\S+ ){0,3}(?:attack|bombing|blast|explosion|shooting|raid|strike|massacre|killing|murder|kidnapping|ambush|clash|assault)s?\b)/,
    null,
  ],
  // "Eight miles from the spot where a bomb had killed ...": the event there is another one.
  [/^(?:from|near|at|to) (?:the )?(?:spot|place|site|scene|street|square|town|village|area) where\b/, null],
  [/^(?:;)/, null],
];
const MEASURE = new RegExp(
  `(?<!\\b(?:last|this|next|same|previous|past|that) )(?:(?:\\b(?:${ABOUT} )?\\b(?:a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|\\d+|several|few|some|many)\\b )?(?<!\\p{L})(?:minutes?|hours?|days?|weeks?|months?|years?)|\\bshortly|\\bsoon|\\bjust|\\bimmediately|\\blong)\\s*$`,
  "iu",
);

/** One of them, whichever: most words begin none, and one search tells. */
const ANY = new RegExp(CONNECTORS.map(([pattern]) => pattern.source).join("|"));

/** The words that begin one of them, which few words do. */
const FIRST_WORDS = CONNECTORS.flatMap(([pattern]) => firstWordsOf(pattern) ?? [""]);
const BEGINS = wordClass(({ lower }) => {
  const signs = signsOf(lower);
  return /^[a-z;]/.test(lower) && FIRST_WORDS.some((word) => signs.startsWith(word));
});

/** The words of a sentence in front of token `until` that say how its events hang together, in order. */
export function findConnectors(plain: string, tokens: readonly Token[], until: number): Connector[] {
  const end = tokens.at(-1)?.end ?? 0;
  const found: Connector[] = [];
  const offset = tokens[0]?.start ?? 0;
  let lower: string | null = null;
  let free = 0;
  for (let i = 0; i < until; i += 1) {
    const token = tokens[i];
    if (!token || i < free || !isOf(token, BEGINS)) continue;
    const stretchEnd = Math.min(end, token.start + 60);
    lower ??= plain.slice(offset, end).toLowerCase();
    const keepsLength = lower.length === end - offset;
    const rest = keepsLength
      ? lower.slice(token.start - offset, stretchEnd - offset)
      : plain.slice(token.start, stretchEnd).toLowerCase();
    if (!ANY.test(rest)) continue;
    for (const [pattern, link, isReversed = false] of CONNECTORS) {
      const match = pattern.exec(rest);
      if (!match) continue;
      const stop = token.start + match[0].length;
      const last = tokens.findIndex((other, at) => at > i && other.start >= stop);
      const measure = MEASURE.exec(plain.slice(Math.max(offset, token.start - 48), token.start));
      free = Math.max(free, last < 0 ? tokens.length : last);
      found.push({
        start: token.start,
        end: stop,
        first: i,
        last: last < 0 ? tokens.length : last,
        words: match[0].trim(),
        link,
        isReversed,
        measure:
          measure?.[0]
            .trim()
            .toLowerCase()
            .replace(/^the (?=\w+[a-rt-z]$)/, "a ") ?? null,
        isSoft: /^(?:;|while|whereas)/.test(match[0]),
        ...(isReversed && /^(?:ret|resp|repl|answ|reac|hit|str|fired|shot|in )/.test(match[0])
          ? { isReply: true }
          : {}),
      });
      break;
    }
  }
  return found;
}
