"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { paths } from "@/lib/paths";
import type { Span } from "@/lib/timeline/scale";
import { type TimelineGroup, type TimelineWindow, timelineWindowSchema } from "@/lib/timeline/schema";

const pauseMs = 140;
/** Asked for beyond either edge, as a share of the view, so that a small move shows no gap. */
const reach = 0.35;

type Wanted = { filterQuery: string; group: TimelineGroup; span: Span | null; width: number };

function queryOf({ filterQuery, group, span, width }: Wanted): string {
  const params = new URLSearchParams(filterQuery);
  if (group !== "none") params.set("group", group);
  if (span) {
    const beyond = (span.end - span.start) * reach;
    params.set("start", new Date(span.start - beyond).toISOString());
    params.set("end", new Date(span.end + beyond).toISOString());
  }
  params.set("width", String(Math.max(1, Math.round(width * (span ? 1 + 2 * reach : 1)))));
  return params.toString();
}

/**
 * The incidents of the visible window. `want` asks for another window after a short pause and drops
 * the request before it; what was there stays until the answer comes.
 */
export function useTimelineWindow(initial: TimelineWindow) {
  const [data, setData] = useState(initial);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const request = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const cancel = useCallback(() => {
    clearTimeout(timer.current);
    request.current?.abort();
    setIsPending(false);
  }, []);

  const load = useCallback(async (wanted: Wanted) => {
    const controller = new AbortController();
    request.current = controller;
    try {
      const response = await fetch(paths.api.timeline(queryOf(wanted)), { signal: controller.signal });
      if (!response.ok) throw new Error(`The server answered ${response.status}`);
      const answer = timelineWindowSchema.parse(await response.json());
      if (controller.signal.aborted) return;
      setData(answer);
      setProblem(null);
    } catch {
      if (controller.signal.aborted) return;
      setProblem("This part of the timeline could not be loaded. Move it to try again.");
    }
    setIsPending(false);
  }, []);

  const want = useCallback(
    (wanted: Wanted) => {
      cancel();
      setIsPending(true);
      timer.current = setTimeout(() => void load(wanted), pauseMs);
    },
    [cancel, load],
  );

  const replace = useCallback(
    (fresh: TimelineWindow) => {
      cancel();
      setData(fresh);
      setProblem(null);
    },
    [cancel],
  );

  useEffect(() => cancel, [cancel]);
  return { data, isPending, problem, want, replace };
}
