import type { Span } from "./text";

export type Dateline = { place: Span; date: Span | null; length: number };

const WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const DATE =
  "[A-Z][A-Za-z]{2,8}\\.? \\d{1,2}(?:, ?\\d{4})?|\\d{1,2} [A-Z][A-Za-z]{2,8}\\.?(?: (?:\\d{4}|\\d{2})\\b)?";
/** What is a date is no part of a place. */
const NO_DATE = `(?!(?:${DATE}|${WEEKDAY})\\b)`;
const PLACE = `[A-Z][A-Z'. -]{2,40}(?:,\\s${NO_DATE}[A-Z][\\w.' -]{1,40}?){0,2}`;
const MIXED_PLACE = `[A-Z][\\w'-]{2,25}(?:/[A-Z][\\w'-]{2,25})?(?: [A-Z][\\w'-]{1,25}){0,2}(?:, ${NO_DATE}[A-Z][\\w.' -]{1,30}?){0,2}`;

/** "KABUL, Afghanistan (Nov. 20, 2011) –": the dash may be missing, and a press release's head may stand before it. */
const WITH_DATE = new RegExp(`(?:^|\\s)(${PLACE})\\s*\\((${DATE})\\)?\\)\\s*(?:[—–-]{1,2}|:)?\\s*`);
/** "RAIPUR, March 16:", "KUWAIT, December 19." at the end of a line. */
const WITH_COLON = new RegExp(
  `^(${PLACE}),\\s(${DATE}|${WEEKDAY})\\s*(?:\\([A-Za-z][^()]{1,40}\\))?(?::\\s+|\\.?\\s*$)`,
);
/** "BAGHDAD, July 5 (Xinhua) --", "BAGHDAD (Reuters) -", "ERBIL, Kurdistan Region —" */
const WITH_DASH = new RegExp(
  `^(${PLACE}|${MIXED_PLACE})(?: \\([A-Z][\\w ]{2,30}\\))?(?:,\\s(${DATE}|${WEEKDAY}))?\\s*(?:\\([A-Za-z][^()]{1,40}\\))?\\s*(?:—|–|--|-)\\s+(?=["'A-Z0-9])`,
);

/** "SPAIN: ", "BEIRUT/JERUSALEM: ", "Beirut/Jerusalem: " at the head of a paragraph; a label in capitals is none. */
const BARE =
  /^((?!(?:NEW|UPDATED?|BREAKING|WATCH|READ|MORE|CAPTION|ANALYSIS|EXPLAINER|FACTBOX|VIDEO|LIVE|PHOTOS?|EXCLUSIVE|OPINION|NOTE|EDITORS?|SOURCE|HIGHLIGHTS|RELATED|TEXT|SUMMARY|QUESTION|ANSWER)\b)[A-Z][A-Z' -]{3,24}(?:\/[A-Z][A-Z' -]{3,24})?|[A-Z][a-z]{3,20}\/[A-Z][a-z]{3,20}):\s+(?=["'A-Z])/;

function spanOf(head: string, part: string, from: number): Span {
  const start = head.indexOf(part, from);
  return { start, end: start + part.length };
}

/** The dateline at the head of a paragraph (its first characters), or null. */
export function findDateline(head: string): Dateline | null {
  const dated = WITH_DATE.exec(head);
  const match = dated ?? WITH_DASH.exec(head) ?? WITH_COLON.exec(head) ?? BARE.exec(head);
  const place = match?.[1];
  if (!match || place === undefined) return null;
  const date = match[2];
  const placeSpan = spanOf(head, place, match.index);
  return {
    place: placeSpan,
    date: date === undefined ? null : spanOf(head, date, placeSpan.end),
    length: match.index + match[0].length,
  };
}
