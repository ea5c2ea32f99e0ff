"use client";

import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { Span } from "@/lib/timeline/scale";
import type { TimelineWindow } from "@/lib/timeline/schema";
import type { ZoneChoice } from "@/lib/timeline/zone-choice";
import type { Emphasis } from "./drawn-items";
import { spanOf } from "./spans";
import { TimelineView } from "./timeline-view";

type Options = {
  initial: TimelineWindow;
  data: TimelineWindow;
  emphasis: Emphasis;
  zone: ZoneChoice;
  onSettle: (span: Span) => void;
  onIncident: (publicId: string) => void;
  onEmptySpace: () => void;
};

/** The drawing inside `host`: made once, told of every change, gone with the component. */
export function useTimelineView({ initial, data, emphasis, zone, ...callbacks }: Options) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<TimelineView | null>(null);
  const [span, setSpan] = useState<Span>(() => spanOf(initial));

  const settle = useEffectEvent((next: Span) => {
    setSpan(next);
    callbacks.onSettle(next);
  });
  const incident = useEffectEvent((publicId: string) => callbacks.onIncident(publicId));
  const emptySpace = useEffectEvent(() => callbacks.onEmptySpace());
  const first = useRef({ initial, zone });

  useEffect(() => {
    if (!host.current) return;
    const created = new TimelineView(host.current, spanOf(first.current.initial), first.current.zone, {
      onMove: setSpan,
      onSettle: (next) => settle(next),
      onIncident: (publicId) => incident(publicId),
      onBucket: (bucket) => created.moveTo(bucket),
      onEmptySpace: () => emptySpace(),
    });
    view.current = created;
    created.setData(first.current.initial);
    return () => {
      created.destroy();
      view.current = null;
    };
  }, []);

  // Before the browser paints: the page and its drawing change together.
  useLayoutEffect(() => view.current?.setData(data), [data]);
  useEffect(() => view.current?.setEmphasis(emphasis), [emphasis]);
  useEffect(() => view.current?.setZone(zone), [zone]);

  const moveTo = useCallback((next: Span, isAnimated = true) => view.current?.moveTo(next, isAnimated), []);
  const reveal = useCallback((stopId: string, at: number) => view.current?.reveal(stopId, at), []);
  /** The window at this moment, also between two renderings. */
  const currentSpan = useCallback(() => view.current?.span() ?? spanOf(first.current.initial), []);
  const width = useCallback(() => view.current?.width() ?? 1000, []);
  return { host, span, moveTo, reveal, currentSpan, width };
}
