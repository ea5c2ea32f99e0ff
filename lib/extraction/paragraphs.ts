import { findDateline } from "./dateline";
import { Repetitions } from "./repetitions";
import { type Span, trimSpan } from "./text";

type ParagraphKind = "headline" | "date" | "byline" | "boilerplate" | "body";

export type Paragraph = Span & {
  kind: ParagraphKind;
  /** Index of the earlier paragraph that says the same, or null. */
  repeats: number | null;
  /** Where the report itself starts: after a dateline such as "ERBIL, Kurdistan Region —". */
  bodyStart: number;
  /** The dateline in front of it, if there is one. */
  dateline: { place: Span; date: Span | null } | null;
};

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?";
const DATE_LINE = new RegExp(
  `^(?:(?:published|posted|updated|last updated|date|issued)\\b[: ]{0,3}(?:on |at )?)?(?:\\d{1,2}[:.]\\d\\d(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4})?,? )?(?:${WEEKDAY},? )?(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}([./])\\d{1,2}\\1\\d{4})(?:[ ,T|-].{0,40})?$`,
  "i",
);
const BYLINE =
  /^(?:[Bb]y|BY|[Ff]rom|[Ww]ritten by|[Rr]eporting by|[Ee]dited by|[Aa]uthor:|[Pp]hoto(?:graph)?s? by)\s+\p{Lu}[^.!?]{2,80}$/u;
const BOILERPLATE =
  /^(?:for immediate release|download (?:the )?pdf|share(?: this)?|tweet|print|email|related(?: (?:news|articles|stories))?|sources?|external links|see also|advertisement|sign up|subscribe|follow us|read more|more:|copyright|©|all rights reserved|have an opinion|wikinews has|from wikinews|image:|photo:|file photo|click here|update(?:d)?:?$|#{2,}|-{3,}|\*{3,})/i;
const PRESS_NUMBER = /^(?:.{0,60}\s)?\d{4}-\d{2}-[A-Z]{1,3}-\d{2,4}(?:\s.{0,40})?$/;

/** Lines, or blocks of lines where the text is wrapped at a fixed width and blocks are parted by blank lines. */
function blocks(plain: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (let i = 0; i <= plain.length; i += 1) {
    if (i !== plain.length && plain.charCodeAt(i) !== 10) continue;
    lines.push({ start, end: i });
    start = i + 1;
  }
  const filled = lines.map((line) => trimSpan(plain, line)).filter((line) => line.end > line.start);
  const wrapped = filled.filter((line, i) => {
    const next = filled[i + 1];
    const length = line.end - line.start;
    return next && length > 50 && length < 100 && /[a-z,]/.test(plain.charAt(line.end - 1));
  });
  if (filled.length < 6 || wrapped.length < filled.length * 0.5) return filled;
  const joined: Span[] = [];
  let previousEnd = -1;
  for (const line of filled) {
    const last = joined.at(-1);
    const gap = last ? plain.slice(previousEnd, line.start) : "";
    if (last && (gap.match(/\n/g) ?? []).length === 1) last.end = line.end;
    else joined.push({ ...line });
    previousEnd = line.end;
  }
  return joined;
}

function kindOf(plain: string, span: Span, index: number, isFirstText: boolean): ParagraphKind {
  const line = plain.slice(span.start, Math.min(span.end, span.start + 400));
  const length = span.end - span.start;
  if (length < 120 && DATE_LINE.test(line)) return "date";
  if (length < 120 && BYLINE.test(line)) return "byline";
  if (length < 160 && (BOILERPLATE.test(line) || PRESS_NUMBER.test(line))) return "boilerplate";
  if (length < 60 && index < 6 && /^[\w .-]{3,40}\s?[-–—]\s?\w{3,20}$/.test(line) && !/\d/.test(line))
    return "boilerplate";
  const last = plain.charAt(span.end - 1);
  if (isFirstText && length < 220 && !/[.!?]/.test(last) && !/[.!?]["']?\s+[A-Z]/.test(line))
    return "headline";
  return "body";
}

/** Paragraphs of a text in order, with repetitions, date lines, bylines and boilerplate told apart. */
export function splitParagraphs(plain: string): Paragraph[] {
  const seen = new Repetitions();
  const paragraphs: Paragraph[] = [];
  let textSeen = false;
  for (const [index, span] of blocks(plain).entries()) {
    const kind = kindOf(plain, span, index, !textSeen);
    if (kind === "headline" || kind === "body") textSeen = true;
    const repeats = seen.earlier(plain.slice(span.start, span.end), paragraphs.length);
    const dateline =
      kind === "body" ? findDateline(plain.slice(span.start, Math.min(span.end, span.start + 420))) : null;
    const shift = (part: Span): Span => ({ start: part.start + span.start, end: part.end + span.start });
    paragraphs.push({
      ...span,
      kind,
      repeats,
      bodyStart: span.start + (dateline?.length ?? 0),
      dateline: dateline
        ? { place: shift(dateline.place), date: dateline.date ? shift(dateline.date) : null }
        : null,
    });
  }
  return paragraphs;
}
