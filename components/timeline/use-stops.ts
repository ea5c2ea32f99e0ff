"use client";

import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import type { Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";
import { spanOf } from "./spans";
import { nearestStop, type Stop, stopInGroup, stopWords, timelineStops } from "./stops";

type Step = "next" | "previous" | "first" | "last";

type Options = {
  data: TimelineWindow;
  /** Id of the stop that the keys stand at. */
  active: string | null;
  setActive: (stopId: string) => void;
  /** By whose clocks times are told (IANA); null: those of the place. */
  zone: string | null;
  currentSpan: () => Span;
  reveal: (stopId: string, at: number) => void;
  moveTo: (span: Span) => void;
};

/**
 * Steps from the active stop of the timeline to others in time order. A step beyond what is loaded
 * moves the window and is taken when its incidents arrive; `spoken` is for the live region.
 */
export function useStops({ data, active, setActive, zone, currentSpan, reveal, moveTo }: Options) {
  const stops = useMemo(() => timelineStops(data), [data]);
  const [spoken, setSpoken] = useState("");
  const waiting = useRef<Step | null>(null);

  /** Where the keys stand, kept for when its bucket is another one. */
  const stood = useRef<{ id: string; at: number } | null>(null);

  function go(stop: Stop, before = "") {
    stood.current = { id: stop.id, at: stop.at };
    setActive(stop.id);
    reveal(stop.id, stop.at);
    setSpoken(before + stopWords(stop, stops.indexOf(stop) + 1, stops.length, zone));
  }

  function stepGroup(direction: "up" | "down") {
    const from = stops.find(({ id }) => id === active) ?? nearestInView();
    const keys = data.groups.map(({ key }) => key);
    const found = from && stopInGroup(stops, keys, from, direction);
    if (found) return go(found.stop, `${data.groups[keys.indexOf(found.group)]?.label ?? ""}: `);
    setSpoken(keys.length < 2 ? "One group" : direction === "up" ? "The first group" : "The last group");
  }

  function nearestInView(): Stop | undefined {
    const { start, end } = currentSpan();
    return nearestStop(stops, (start + end) / 2);
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
    if (direction === null) return stay();
    const { start, end } = currentSpan();
    const inView = stops.filter((stop) => stop.at >= start && stop.at <= end);
    const isForward = direction === "next" || direction === "first";
    const stop = isForward ? inView[0] : inView.at(-1);
    if (stop) go(stop);
    else step(direction);
  });

  /** A bucket that was cut into others, or an incident that went into one, leaves the keys at what is nearest. */
  function stay() {
    const place = stood.current;
    const loaded = spanOf(data);
    if (place === null || place.id !== active || place.at < loaded.start || place.at > loaded.end) return;
    const nearest = stops.some(({ id }) => id === place.id) ? undefined : nearestStop(stops, place.at);
    if (!nearest) return;
    stood.current = { id: nearest.id, at: place.at };
    setActive(nearest.id);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when other stops have arrived
  useEffect(() => arrive(), [stops]);

  return { stops, spoken, step, stepGroup, say: setSpoken };
}
