import { addDays } from "@/lib/dates/zones";
import type { Connector } from "./connectors";
import type { PickedTime } from "./mention-time";
import { measured } from "./relative-time";
import { shiftedAbout } from "./time-relative";
import { unitCount, unitDays } from "./time-words";
import { between } from "./when";

/**
 * The time of an event that came after another one: "hours after" is the same day or the next, "two days after" is
 * exact, "days after" two to six. Null when the words give no distance.
 */
export function timeAfter({ when, span }: PickedTime, { measure }: Connector): PickedTime | null {
  const { about, count, unit } = measured(measure ?? "");
  if (measure === null || unit === "" || when.unit !== "day") return null;
  const days = unitDays(unit);
  if (days === null) return { when: between(when.from, addDays(when.to, 1)), span, isWeak: true };
  const number = count ? unitCount(count) : null;
  if (about !== "" || (number !== null && days >= 30))
    return { when: shiftedAbout(when, { about, count: number, unit }, 1), span, isWeak: true };
  if (number === null)
    return { when: between(addDays(when.from, 1), addDays(when.to, 6 * days)), span, isWeak: true };
  const slack = days === 1 ? 0 : Math.round(days / 2);
  return {
    when: between(addDays(when.from, number * days - slack), addDays(when.to, number * days + slack)),
    span,
    isWeak: days > 1,
  };
}
