import { type Connector, findConnectors } from "./connectors";
import type { Cue } from "./cues";
import { MONTH, YEAR } from "./time-words";
import type { Token } from "./tokens";

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
  /** "... and five in Mosul": its cues stand in the clause before it. */
  isCarried?: boolean;
  /** "... were freed on Tuesday": of those whom the stretch before it says to have been taken. */
  isFreeing?: boolean;
};

const CASUALTY_VERB =
  /^(?:killed|kill|kills|died|die|dying|dead|wounded|injured|hurt|perished|maimed|damaged|destroyed)$/;

/** "On Thursday, April 6, ...": the comma in a date ends nothing. */
const DATE_WORD = new RegExp(`^(?:${MONTH}|\\d{1,2}|${YEAR})$`);

const isEvent = (cue: Cue): boolean => cue.sense.role !== "evidence";

/** Enough for an event of its own: a clear word, or a weak verb with a weapon ("rockets were fired"). */
export const isEventful = (cues: readonly Cue[]): boolean =>
  cues.some((cue) => cue.sense.role === "event") ||
  (cues.some((cue) => cue.sense.role === "weak") && cues.some((cue) => cue.sense.role === "evidence"));

/** "In retaliation for the deaths": what is answered is an event even without a word for one. */
const isAnswered = (cues: readonly Cue[], { link }: Connector): boolean =>
  (link === "retaliation-for" || link === "response-to") &&
  cues.some((cue) => cue.sense.role === "weak" || /^deaths?$/.test(cue.words));

/** "The day after a deadly military raid": a distance in time makes an event of a word that may be none. */
const isRaid = (right: readonly Cue[], { measure }: Connector): boolean =>
  measure !== null &&
  right.some(
    ({ words, sense }) => sense.role === "weak" && /^(?:raid|strike|killing|incursion|siege)s?$/.test(words),
  );

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

const CAUSE_OF_ARREST = /^(?:in connection|on suspicion|suspected of|accused of|over\b|for\b|who )/;

/** "Arrested two men over the bomb that ...": the law's answer on the left, the deed on the right. */
const isArrest = (left: readonly Cue[], right: readonly Cue[]): boolean =>
  left.some((cue) => isEvent(cue) && cue.sense.type === "arrests") &&
  right.some((cue) => cue.sense.type !== "arrests" && cue.sense.type !== null);

/** "Before" parts two events only where both are named: "the raid came before the clash". */
const isBeforeEnd = (left: readonly Cue[], right: readonly Cue[], connector: Connector): boolean =>
  /^before$/.test(connector.words) &&
  connector.measure === null &&
  !(
    left.some((cue) => isEvent(cue) && cue.sense.pos === "noun") &&
    right.some((cue) => isEvent(cue) && cue.sense.pos === "noun" && cue.first <= connector.last + 3)
  );

/** "It came hours after ...", "The move was in response to ...": the sentence before is the later event. */
function opensFromContext(plain: string, tokens: readonly Token[], connector: Connector): boolean {
  // "It came before the funeral of a man who was shot": nothing is done about him.
  if (connector.link === null || /^who /.test(connector.words)) return false;
  if (connector.link !== "follows") return true;
  const left = plain.slice(tokens[0]?.start ?? 0, connector.start);
  return (
    left.length < 60 &&
    /^["']?(?:it|this|that|they)\b.*\b(?:came|comes|come|was|were|is|took place|happened|occurred)\b/i.test(
      left,
    )
  );
}

/** Where the event in front ends: at the comma, else behind its noun and the words that place it. */
function endOfOpening(tokens: readonly Token[], connector: Connector, right: readonly Cue[]): number {
  const comma = tokens.findIndex(
    (token, i) => i > connector.last && token.text === "," && !DATE_WORD.test(tokens[i + 1]?.text ?? ""),
  );
  const inFront = right.filter((cue) => isEvent(cue) && cue.last <= comma);
  const behind = right.filter((cue) => isEvent(cue) && cue.first > comma);
  if (comma > 0 && inFront.length > 0 && behind.length > 0) return comma;
  const [noun, next] = right.filter(isEvent);
  if (connector.measure === null || !noun || !next || noun.sense.pos !== "noun") return -1;
  let end = noun.last;
  while (
    end < next.first &&
    (/^(?:in|at|on|of|near|outside|the|'s)$/.test(tokens[end]?.lower ?? "") || tokens[end]?.isCapital)
  )
    end += 1;
  return end < next.first ? end : -1;
}

/** "Following a drone attack in Erbil, the US bombed ...": the event of the main clause comes second. */
function splitOpening(
  current: Segment,
  connector: Connector,
  tokens: readonly Token[],
  right: readonly Cue[],
  isLed: boolean,
): Segment | null {
  const end = endOfOpening(tokens, connector, right);
  if (end < 0) return null;
  current.last = end;
  current.cues = right.filter((cue) => cue.last <= end);
  if (isLed) current.first = connector.first;
  return {
    first: end,
    last: tokens.length,
    cues: right.filter((cue) => cue.first >= end),
    connector: {
      ...connector,
      isReversed: !connector.isReversed,
      // "After coming under attack, troops fired back": often one event told from both ends.
      isSoft: connector.measure === null && current.cues.every((cue) => cue.sense.pos !== "noun"),
    },
    ...(isLed ? { lead: { first: 0, last: connector.first } } : {}),
  };
}

/** "Four years after the attack, survivors met": only the words in front of the comma speak of it. */
function recallOpening(
  current: Segment,
  connector: Connector,
  tokens: readonly Token[],
  right: readonly Cue[],
): void {
  const comma = tokens.findIndex((token, i) => i > connector.last && token.text === ",");
  if (comma < 0) return;
  current.last = comma;
  current.cues = right.filter((cue) => cue.last <= comma);
  current.isRecall = true;
}

/** Where the clause around token `at` begins, no further back than ten tokens, or -1. */
function clauseStart(tokens: readonly Token[], at: number, from: number): number {
  for (let i = at - 1; i > Math.max(from, at - 10); i -= 1) {
    if (/^(?:,|;|and|but|while)$/.test(tokens[i]?.lower ?? "")) return i;
  }
  return -1;
}

/**
 * Parts a sentence at the words that separate events. A connector with an event on both sides starts a new
 * segment; "killed after a bomb exploded" stays one. "since" and "while" part, but link nothing.
 */
export function splitSegments(plain: string, tokens: readonly Token[], cues: readonly Cue[]): Segment[] {
  const segments: Segment[] = [{ first: 0, last: tokens.length, cues: [...cues], connector: null }];
  // What no event stands behind parts nothing.
  const end = cues.at(-1)?.first ?? 0;
  for (const connector of findConnectors(plain, tokens, end)) {
    const current = segments.at(-1);
    if (!current) break;
    const left = current.cues.filter((cue) => cue.last <= connector.first);
    const right = current.cues.filter((cue) => cue.first >= connector.last);
    const isAnswer = isAnswered(right, connector);
    const isDeed = CAUSE_OF_ARREST.test(connector.words) && isArrest(left, right);
    if (!isEventful(right) && !isAnswer && !isDeed && !isRaid(right, connector)) continue;
    const isLed = current.first === 0 && connector.measure !== null && isTimeOnly(plain, tokens, connector);
    if (connector.isReply && !left.some(isEvent)) {
      current.connector ??= connector;
      current.cues = [...left, ...right];
      continue;
    }
    if ((connector.first <= current.first + 1 || isLed) && left.length === 0) {
      const main = splitOpening(current, connector, tokens, right, isLed);
      if (main) segments.push(main);
      else if (/year|decade/.test(connector.measure ?? "")) recallOpening(current, connector, tokens, right);
      continue;
    }
    if (!left.some(isEvent) && current.connector === null && opensFromContext(plain, tokens, connector)) {
      current.connector = connector;
      current.cues = [...left, ...right];
      continue;
    }
    const isRecall = !left.some(isEvent) && isRecalled(plain, tokens, left, connector);
    if ((!left.some(isEvent) && !isRecall) || isSameEvent(left, right, connector)) continue;
    if (CAUSE_OF_ARREST.test(connector.words) && !isArrest(left, right)) continue;
    if (isBeforeEnd(left, right, connector)) continue;
    // "Died after being shot at a checkpoint".
    if (connector.words === "after" && /^(?:being|having)$/.test(tokens[connector.last]?.lower ?? ""))
      continue;
    const start = connector.isReply ? clauseStart(tokens, connector.first, current.first) : connector.first;
    if (start < 0) continue;
    const [behind, inFront] = [right, left.filter((cue) => cue.last <= start)];
    if (!inFront.some(isEvent) && !isRecall) continue;
    current.last = start;
    current.cues = inFront;
    if (isRecall) current.isRecall = true;
    segments.push({
      first: start,
      last: tokens.length,
      cues: [...left.filter((cue) => cue.first >= start), ...behind],
      connector,
      isRecall: (isAnswer || isDeed) && !isEventful(right),
    });
  }
  return segments;
}
