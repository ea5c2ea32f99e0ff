"use client";

import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import type { Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";
import type { ViewState } from "@/lib/timeline/view-state";
import { isSameSpan, namedSpan, wholeSpan } from "./spans";

const pauseMs = 300;
const minuteMs = 60_000;
const isoMinute = (time: number) => new Date(Math.round(time / minuteMs) * minuteMs).toISOString();

type Options = {
  state: ViewState;
  range: TimelineWindow["range"];
  write: (patch: Partial<ViewState>, mode: "replace") => void;
  currentSpan: () => Span;
  moveTo: (span: Span) => void;
};

/**
 * Keeps the address and the visible window alike: `remember` writes the window a moment after it came
 * to rest (nothing when it shows all), Back and Forward move it.
 */
export function useAddressSpan({ state, range, write, currentSpan, moveTo }: Options) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const follow = useEffectEvent(() => {
    const named = namedSpan(state.start, state.end, range);
    if (!isSameSpan(named, currentSpan())) moveTo(named);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the address names another window
  useEffect(() => follow(), [state.start, state.end]);

  const remember = useCallback(
    (span: Span) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const isWhole = isSameSpan(span, wholeSpan(range));
        const [start, end] = isWhole ? [null, null] : [isoMinute(span.start), isoMinute(span.end)];
        write({ start, end }, "replace");
      }, pauseMs);
    },
    [range, write],
  );
  return remember;
}
