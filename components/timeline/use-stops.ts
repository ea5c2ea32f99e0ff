"use client";

import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";
import { spanOf } from "./spans";
import { type Stop, stopWords, timelineStops } from "./stops";

type Step = "next" | "previous" | "first" | "last";

type Options = {
  data: TimelineWindow;
  /** Id of the stop that the keys stand at. */
  active: string | null;
  setActive: (stopId: string) => void;
  currentSpan: () => Span;
  reveal: (stopId: string, at: number) => void;
  moveTo: (span: Span) => void;
};

/**
 * Steps from the active stop of the timeline to others in time order. A step beyond what is loaded
 * moves the window and is taken when its incidents arrive; `spoken` is for the live region.
 */
export function useStops({ data, active, setActive, currentSpan, reveal, moveTo }: Options) {
  const stops = useMemo(() => timelineStops(data), [data]);
  const [spoken, setSpoken] = useState("");
  const waiting = useRef<Step | null>(null);

  function go(stop: Stop) {
    setActive(stop.id);
    reveal(stop.id, stop.at);
    setSpoken(stopWords(stop, stops.indexOf(stop) + 1, stops.length));
  }

  function target(step: Step): Stop | undefined {
    if (step === "first") return stops[0];
    if (step === "last") return stops.at(-1);
    const index = stops.findIndex((stop) => stop.id === active);
    if (index >= 0) return stops[index + (step === "next" ? 1 : -1)];
    const { start, end } = currentSpan();
    const inView = stops.filter((stop) => stop.at >= start && stop.at <= end);
    return (step === "next" ? inView[0] : inView.at(-1)) ?? undefined;
  }

  /** The window that a step needs and that is not loaded yet; null when all there is has been loaded. */
  function beyond(step: Step): Span | null {
    if (data.range === null) return null;
    const [loaded, range, now] = [spanOf(data), spanOf(data.range), currentSpan()];
    const length = now.end - now.start;
    const isForward = step === "next" || step === "last";
    if (isForward ? range.end <= loaded.end : range.start >= loaded.start) return null;
    if (step === "first") return { start: range.start, end: range.start + length };
    if (step === "last") return { start: range.end - length, end: range.end };
    return isForward
      ? { start: loaded.end, end: loaded.end + length }
      : { start: loaded.start - length, end: loaded.start };
  }

  function step(direction: Step) {
    const isJump = direction === "first" || direction === "last";
    const stop = isJump && beyond(direction) ? undefined : target(direction);
    if (stop) return go(stop);
    const span = beyond(direction);
    if (span === null) {
      const isForward = direction === "next" || direction === "last";
      return setSpoken(
        stops.length === 0 ? "No incidents" : isForward ? "The latest incident" : "The earliest incident",
      );
    }
    waiting.current = direction;
    moveTo(span);
  }

  const arrive = useEffectEvent(() => {
    const direction = waiting.current;
    waiting.current = null;
    if (direction === null) return;
    const { start, end } = currentSpan();
    const inView = stops.filter((stop) => stop.at >= start && stop.at <= end);
    const isForward = direction === "next" || direction === "first";
    const stop = isForward ? inView[0] : inView.at(-1);
    if (stop) go(stop);
    else step(direction);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other stops have arrived
  useEffect(() => arrive(), [stops]);

  return { stops, spoken, step, say: setSpoken };
}
