import { addDays } from "@/lib/dates/zones";
import type { Connector } from "./connectors";
import type { PickedTime } from "./mention-time";
import { shiftedAbout } from "./time-relative";
import { ABOUT, unitCount, unitDays } from "./time-words";
import { between, onDay } from "./when";

const MEASURED = new RegExp(`^(?:(?<about>${ABOUT}) )?(?:(?<count>.*) )?(?<unit>\\w+)$`);

/** "A little over two months" as its words: how it is told, the count and the unit. */
export function measured(measure: string): { about: string; count: string; unit: string } {
  const { about = "", count = "", unit = "" } = MEASURED.exec(measure)?.groups ?? {};
  return { about, count, unit };
}

/**
 * The time of an event that another one came after: "hours after" is the day before or the same day, "two days
 * after" is exact, "days after" two to six. Null when the words give no distance.
 */
export function timeBefore(later: PickedTime, connector: Connector): PickedTime | null {
  const { when } = later;
  const measure = connector.measure;
  if (measure === null || connector.isReversed) return null;
  const span = { start: connector.start, end: connector.end };
  const { about, count, unit } = measured(measure);
  const days = unitDays(unit);
  if (days === null) return { when: between(addDays(when.from, -1), when.to), span, isWeak: true };
  const number = count ? unitCount(count) : null;
  if (about !== "" || (number !== null && days >= 30))
    return { when: shiftedAbout(when, { about, count: number, unit }, -1), span, isWeak: true };
  if (number === null)
    return { when: between(addDays(when.from, -6 * days), addDays(when.to, -1)), span, isWeak: true };
  const shift = -number * days;
  const slack = days === 1 ? 0 : Math.round(days / 2);
  const moved = { from: addDays(when.from, shift - slack), to: addDays(when.to, shift + slack) };
  return {
    when: moved.from === moved.to ? onDay(moved.from) : between(moved.from, moved.to),
    span,
    isWeak: days > 1,
  };
}
