"use client";

import type { KeyboardEvent } from "react";
import { timelineGroups } from "@/lib/timeline/groups";
import type { Span } from "@/lib/timeline/scale";
import { type ZoneChoice, zoneChoices } from "@/lib/timeline/zone-choice";
import { zoneWords } from "./hero-words";
import { keyHandler, nextOf } from "./keys";
import { shifted, zoomed } from "./spans";
import type { useStops } from "./use-stops";
import type { useViewState } from "./use-view-state";

type Options = Pick<ReturnType<typeof useStops>, "step" | "stepGroup" | "say"> &
  Pick<ReturnType<typeof useViewState>, "write"> & {
    span: Span;
    whole: Span;
    zoneChoice: ZoneChoice;
    /** Moves the window and says what is in view then. */
    go: (span: Span) => void;
    open: () => void;
    close: () => void;
    chooseZone: (choice: ZoneChoice) => void;
    /** null where nothing new can come. */
    follow: (() => void) | null;
    /** Opens the list of keys. */
    list: () => void;
  };

/** What the keys do while the timeline has the focus; see timelineKeys. */
export function useTimelineKeys(on: Options): (event: KeyboardEvent) => void {
  const { span } = on;

  function regroup() {
    on.write(({ group }) => {
      const next = nextOf(timelineGroups, group);
      on.say(next === "none" ? "Not grouped" : `Grouped by ${next}`);
      return { group: next };
    }, "entry");
  }

  function changeZone() {
    const next = nextOf(zoneChoices, on.zoneChoice);
    on.chooseZone(next);
    on.say(`Times: ${zoneWords[next]}`);
  }

  return keyHandler(
    new Map([
      ["ArrowRight", () => on.step("next")],
      ["ArrowLeft", () => on.step("previous")],
      ["ArrowUp", () => on.stepGroup("up")],
      ["ArrowDown", () => on.stepGroup("down")],
      ["Home", () => on.step("first")],
      ["End", () => on.step("last")],
      ["Enter", on.open],
      ["Escape", on.close],
      ["+", () => on.go(zoomed(span, 0.5))],
      ["=", () => on.go(zoomed(span, 0.5))],
      ["-", () => on.go(zoomed(span, 2))],
      ["0", () => on.go(on.whole)],
      ["PageUp", () => on.go(shifted(span, -0.8))],
      ["PageDown", () => on.go(shifted(span, 0.8))],
      ["g", regroup],
      ["z", changeZone],
      ["n", () => on.follow?.()],
      ["?", on.list],
    ]),
  );
}
