import type { TimePattern } from "./time-anchor";
import { CALENDAR_DAYS } from "./time-calendar";
import { HOLIDAYS } from "./time-holidays";
import { PERIODS } from "./time-periods";
import { RELATIVE_DAYS } from "./time-relative";
import { WEEKDAYS } from "./time-weekdays";

/** Time expressions of news English. Of two that overlap the longer counts, of two as long the earlier here. */
export const TIME_PATTERNS: readonly TimePattern[] = [
  ...CALENDAR_DAYS,
  ...PERIODS,
  ...WEEKDAYS,
  ...HOLIDAYS,
  ...RELATIVE_DAYS,
];
