"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { readOwnAnswer } from "@/lib/own-answer";
import { paths } from "@/lib/paths";
import type { TimelineWindow } from "@/lib/timeline/schema";
import { spanOf } from "./spans";
import { neighboursOf, type Wanted, WindowCache } from "./window-cache";

const pauseMs = 120;
const idlePauseMs = 350;
/** Asked for beyond either edge, as a share of the view, so that a small move shows no gap. */
const reach = 0.35;
/** Width for which the server draws a window that comes with the page. */
const initialWidth = 1200;

const drawnMembers = ["items", "buckets", "links", "stubs", "groups", "start", "end", "range"] as const;

function queryOf({ filterQuery, group, span, width }: Wanted): string {
  const params = new URLSearchParams(filterQuery);
  if (group !== "none") params.set("group", group);
  const beyond = (span.end - span.start) * reach;
  params.set("start", new Date(span.start - beyond).toISOString());
  params.set("end", new Date(span.end + beyond).toISOString());
  params.set("width", String(Math.max(1, Math.round(width * (1 + 2 * reach)))));
  return params.toString();
}

async function readWindow(wanted: Wanted, signal: AbortSignal): Promise<TimelineWindow> {
  const response = await fetch(paths.api.timeline(queryOf(wanted)), { signal });
  return readOwnAnswer<TimelineWindow>(response, drawnMembers);
}

/**
 * The incidents of the visible window. `want` asks for another window: one that is known is there at once, else
 * what was there stays until the answer comes, and the request before it is dropped. When nothing else is
 * to be done, the windows next to it are read as well.
 */
export function useTimelineWindow(initial: TimelineWindow) {
  const [data, setData] = useState(initial);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const cache = useRef(new WindowCache());
  const request = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const cancel = useCallback(() => {
    clearTimeout(timer.current);
    request.current?.abort();
    setIsPending(false);
  }, []);

  const prefetch = useCallback((wanted: Wanted) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const controller = new AbortController();
      request.current = controller;
      for (const next of neighboursOf(wanted)) {
        if (document.hidden || cache.current.find(next)) continue;
        const answer = await readWindow(next, controller.signal).catch(() => null);
        if (controller.signal.aborted || answer === null) return;
        cache.current.keep(next, answer);
      }
    }, idlePauseMs);
  }, []);

  const load = useCallback(
    async (wanted: Wanted) => {
      const controller = new AbortController();
      request.current = controller;
      try {
        const answer = await readWindow(wanted, controller.signal);
        if (controller.signal.aborted) return;
        cache.current.keep(wanted, answer);
        setData(answer);
        setProblem(null);
        prefetch(wanted);
      } catch {
        if (controller.signal.aborted) return;
        setProblem("This part of the timeline could not be loaded. Move it to try again.");
      }
      setIsPending(false);
    },
    [prefetch],
  );

  /** True when the answer is known. */
  const want = useCallback(
    (wanted: Wanted): boolean => {
      cancel();
      const known = cache.current.find(wanted);
      if (known) {
        setData(known);
        setProblem(null);
        prefetch(wanted);
        return true;
      }
      setIsPending(true);
      timer.current = setTimeout(() => void load(wanted), pauseMs);
      return false;
    },
    [cancel, load, prefetch],
  );

  /** Reads the window again, whatever is known of it: something has changed. */
  const refresh = useCallback(
    (wanted: Wanted) => {
      cancel();
      cache.current.clear();
      void load(wanted);
    },
    [cancel, load],
  );

  /** Takes what came with the page in the place of everything before. */
  const replace = useCallback(
    (fresh: TimelineWindow, of: Pick<Wanted, "filterQuery" | "group">) => {
      cancel();
      cache.current.keep({ ...of, span: spanOf(fresh), width: initialWidth }, fresh);
      setData(fresh);
      setProblem(null);
    },
    [cancel],
  );

  useEffect(() => cancel, [cancel]);
  return { data, isPending, problem, want, refresh, replace };
}
