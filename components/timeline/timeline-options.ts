import moment, { type MomentInput, utc } from "moment";
import type { TimelineOptions } from "vis-timeline/esnext";
import type { ZoneChoice } from "@/lib/timeline/zone-choice";

const hourMs = 3_600_000;
const yearMs = 366 * 24 * hourMs;

const minorLabels = {
  hour: "HH:mm",
  minute: "HH:mm",
  weekday: "ddd D",
  day: "D",
  month: "MMM",
  year: "YYYY",
};
const majorLabels = {
  minute: "ddd D MMMM YYYY",
  hour: "ddd D MMMM YYYY",
  weekday: "MMMM YYYY",
  day: "MMMM YYYY",
  month: "YYYY",
};

export const fixedOptions: TimelineOptions = {
  orientation: { axis: "top", item: "top" },
  margin: { axis: 6, item: { horizontal: 0, vertical: 3 } },
  stack: true,
  selectable: false,
  verticalScroll: true,
  zoomKey: "ctrlKey",
  maxMinorChars: 5,
  zoomMin: hourMs,
  zoomMax: 80 * yearMs,
  showCurrentTime: false,
  showTooltips: false,
  groupOrder: "order",
  format: { minorLabels, majorLabels },
};

/**
 * The axis stands in UTC, as the filters do, unless the reader wants their own clock; it cannot stand in the
 * time of each incident. vis-timeline takes its zone only through moment.
 */
export const zoneOptions = (zone: ZoneChoice): Pick<TimelineOptions, "moment"> => ({
  moment: zone === "mine" ? (input?: MomentInput) => moment(input) : (input?: MomentInput) => utc(input),
});

/** On touch screens the timeline is as high as its rows, and a swipe scrolls the page. */
export const isTouch = (): boolean => window.matchMedia("(pointer: coarse)").matches;

/** How the window moves: not at all for those who want no motion. */
export function moves(): boolean | { duration: number; easingFunction: "easeInOutQuad" } {
  const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return isStill ? false : { duration: 260, easingFunction: "easeInOutQuad" };
}
