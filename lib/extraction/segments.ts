import type { LinkType } from "@/lib/taxonomy/terms";
import type { Cue } from "./cues";
import type { Span } from "./text";
import type { Token } from "./tokens";

/** Words that part two events of a sentence and say how they hang together. */
export type Connector = Span & {
  first: number;
  last: number;
  /** What the event before it is to the event after it; null when the words say nothing. */
  link: LinkType | null;
  /** "X, followed by Y": the event after it is the later one. */
  isReversed: boolean;
  /** "hours", "two days" in front of "after", null when there is none; with it, it is always another event. */
  measure: string | null;
  /** ";" or "while": what follows may as well be the same event. */
  isSoft: boolean;
};

/** A stretch of a sentence about one event; token indexes, end excluded. */
export type Segment = {
  first: number;
  last: number;
  cues: Cue[];
  connector: Connector | null;
  /** Tokens in front of the sentence that tell its time: "On Wednesday night, hours after the attack, ...". */
  lead?: { first: number; last: number };
  /** "Saturday's rockets came a day after ...", "... for the deaths": an event known already, without event word. */
  isRecall?: boolean;
};

const CONNECTORS: readonly [RegExp, LinkType | null, boolean?][] = [
  [
    /^(?:in (?:an )?(?:apparent )?(?:retaliation|revenge|reprisal|retribution) (?:for|to|against)|(?:to|had|have) avenged?|avenging|retaliat(?:ing|ed) for|as (?:a )?(?:revenge|retaliation|payback|reprisal) for|(?:in )?(?:vengeance|revenge|reprisal) for)\b/,
    "retaliation-for",
  ],
  [
    /^(?:in (?:direct |apparent )?(?:response|reaction|answer) to|responding to|prompted by|triggered by|sparked by|provoked by|ignited by|pointing to|citing|in protest (?:at|against|of|over)|protesting(?: against)?|angered by|over the (?=killing|death|murder|shooting|arrest|attack|bombing))/,
    "response-to",
  ],
  [/^(?:followed by|(?:that |which )?(?:led|leading) to (?=(?:the|an?)\b))/, "follows", true],
  [/^(?:in the (?:wake|aftermath) of|following|follows|followed|comes? after|came after)\b/, "follows"],
  [/^after\b/, "follows"],
  [
    /^(?:while|whereas|(?:since|including|such as|like|similar to|reminiscent of|compared (?:to|with)) (?=(?:the|an?|one|two|last|another)\b)|since (?=[^,;]{3,24}, when\b))/,
    null,
  ],
  [/^(?:;)/, null],
];
const MEASURE =
  /(?:(?:\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|few|some|many)\b )?(?:minutes?|hours?|days?|weeks?|months?|years?)|\bshortly|\bsoon|\bjust|\bimmediately|\blong)\s*$/i;

const CASUALTY_VERB =
  /^(?:killed|kill|kills|died|die|dying|dead|wounded|injured|hurt|perished|maimed|damaged|destroyed)$/;

function findConnectors(plain: string, tokens: readonly Token[]): Connector[] {
  const end = tokens.at(-1)?.end ?? 0;
  const found: Connector[] = [];
  for (const [i, token] of tokens.entries()) {
    if (!/^[a-z;]/.test(token.lower) || i < found.reduce((last, c) => Math.max(last, c.last), 0)) continue;
    const rest = plain.slice(token.start, Math.min(end, token.start + 60)).toLowerCase();
    for (const [pattern, link, isReversed = false] of CONNECTORS) {
      const match = pattern.exec(rest);
      if (!match) continue;
      const stop = token.start + match[0].length;
      const last = tokens.findIndex((other, at) => at > i && other.start >= stop);
      const measure = MEASURE.exec(
        plain.slice(Math.max(tokens[0]?.start ?? 0, token.start - 30), token.start),
      );
      found.push({
        start: token.start,
        end: stop,
        first: i,
        last: last < 0 ? tokens.length : last,
        link,
        isReversed,
        measure: measure?.[0].trim().toLowerCase() ?? null,
        isSoft: /^(?:;|while|whereas)/.test(match[0]),
      });
      break;
    }
  }
  return found;
}

const isEvent = (cue: Cue): boolean => cue.sense.role !== "evidence";

/** Enough for an event of its own: a clear word, or a weak verb with a weapon ("rockets were fired"). */
const isEventful = (cues: readonly Cue[]): boolean =>
  cues.some((cue) => cue.sense.role === "event") ||
  (cues.some((cue) => cue.sense.role === "weak") && cues.some((cue) => cue.sense.role === "evidence"));

/** "In retaliation for the deaths": what is answered is an event even without a word for one. */
const isAnswered = (cues: readonly Cue[], { link }: Connector): boolean =>
  (link === "retaliation-for" || link === "response-to") &&
  cues.some((cue) => cue.sense.role === "weak" || /^deaths?$/.test(cue.words));

/** "Saturday's rockets came one day ...": a weapon stands for the event that it was used in. */
const isRecalled = (plain: string, tokens: readonly Token[], left: readonly Cue[], to: Connector): boolean =>
  left.length > 0 &&
  to.measure !== null &&
  /\b(?:came|come|comes|happened|occurred|followed|took place|(?:was|were) fired)\b[^,;]{0,30}$/i.test(
    plain.slice(Math.max(left.at(-1)?.end ?? 0, tokens[0]?.start ?? 0), to.start),
  );

/** Words that only say when: "On Wednesday night, a few hours" in front of "after the attack, ...". */
const isTimeOnly = (plain: string, tokens: readonly Token[], { start, measure }: Connector): boolean =>
  plain
    .slice(tokens[0]?.start ?? 0, start)
    .trim()
    .toLowerCase() === measure ||
  (/^(?:on |early |late |last )?(?:\p{Lu}\p{L}+day|\p{Lu}\p{L}+ \d{1,2}|yesterday|today|night|the same day)\b[^.;]{0,50}$/iu.test(
    plain.slice(tokens[0]?.start ?? 0, start).trim(),
  ) &&
    start - (tokens[0]?.start ?? 0) < 70);

/** "Ten people died after a bomb exploded": the left side only says what the right side did. */
const isSameEvent = (left: readonly Cue[], right: readonly Cue[], connector: Connector): boolean =>
  connector.link === "follows" &&
  connector.measure === null &&
  left.filter(isEvent).every((cue) => cue.sense.pos !== "noun" && CASUALTY_VERB.test(cue.words)) &&
  right.some((cue) => isEvent(cue) && !CASUALTY_VERB.test(cue.words));

/** "It came hours after ...", "The move was in response to ...": the sentence before is the later event. */
function opensFromContext(plain: string, tokens: readonly Token[], connector: Connector): boolean {
  if (connector.link === null) return false;
  if (connector.link !== "follows") return true;
  const left = plain.slice(tokens[0]?.start ?? 0, connector.start);
  return (
    left.length < 60 &&
    /^["']?(?:it|this|that|they)\b.*\b(?:came|comes|come|was|were|is|took place|happened|occurred)\b/i.test(
      left,
    )
  );
}

/**
 * Parts a sentence at the words that separate events. A connector with an event on both sides starts a new
 * segment; "killed after a bomb exploded" stays one. "since" and "while" part, but link nothing.
 */
export function splitSegments(plain: string, tokens: readonly Token[], cues: readonly Cue[]): Segment[] {
  const segments: Segment[] = [{ first: 0, last: tokens.length, cues: [...cues], connector: null }];
  for (const connector of findConnectors(plain, tokens)) {
    const current = segments.at(-1);
    if (!current) break;
    const left = current.cues.filter((cue) => cue.last <= connector.first);
    const right = current.cues.filter((cue) => cue.first >= connector.last);
    const isAnswer = isAnswered(right, connector);
    if (!isEventful(right) && !isAnswer) continue;
    const isLed = current.first === 0 && connector.measure !== null && isTimeOnly(plain, tokens, connector);
    if ((connector.first <= current.first + 1 || isLed) && left.length === 0) {
      // "Following a drone attack in Erbil, the US bombed ...": the comma ends the first event.
      const comma = tokens.findIndex((token, i) => i > connector.last && token.text === ",");
      const isInFront = right.some((cue) => isEvent(cue) && cue.last <= comma);
      if (!isInFront || !right.some((cue) => isEvent(cue) && cue.first > comma)) continue;
      current.last = comma;
      current.cues = right.filter((cue) => cue.last <= comma);
      segments.push({
        first: comma,
        last: tokens.length,
        cues: right.filter((cue) => cue.first > comma),
        connector: { ...connector, isReversed: !connector.isReversed },
        ...(isLed ? { lead: { first: 0, last: connector.first } } : {}),
      });
      if (isLed) current.first = connector.first;
      continue;
    }
    if (!left.some(isEvent) && current.connector === null && opensFromContext(plain, tokens, connector)) {
      current.connector = connector;
      continue;
    }
    const isRecall = !left.some(isEvent) && isRecalled(plain, tokens, left, connector);
    if ((!left.some(isEvent) && !isRecall) || isSameEvent(left, right, connector)) continue;
    current.last = connector.first;
    current.cues = left;
    if (isRecall) current.isRecall = true;
    segments.push({
      first: connector.first,
      last: tokens.length,
      cues: right,
      connector,
      isRecall: isAnswer && !isEventful(right),
    });
  }
  return segments;
}
