"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { readOwnAnswer } from "@/lib/own-answer";
import { paths } from "@/lib/paths";
import type { SearchSuggestions } from "@/lib/search/schema";

const pauseMs = 60;

/** Suggestions for the words that were typed last; a request that is out of date is dropped. */
export function useSuggestions() {
  const [answer, setAnswer] = useState<{ text: string; found: SearchSuggestions | null }>({
    text: "",
    found: null,
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const request = useRef<AbortController | null>(null);

  const stop = useCallback(() => {
    clearTimeout(timer.current);
    request.current?.abort();
  }, []);

  const ask = useCallback(
    (typed: string) => {
      stop();
      const text = typed.trim();
      if (text.length < 2) return setAnswer({ text: "", found: null });
      timer.current = setTimeout(async () => {
        const controller = new AbortController();
        request.current = controller;
        const found = await read(text, controller.signal);
        if (!controller.signal.aborted) setAnswer({ text, found });
      }, pauseMs);
    },
    [stop],
  );

  useEffect(() => stop, [stop]);
  return { ...answer, ask, stop };
}

/** Null when there are none to be had: the form works without. */
async function read(text: string, signal: AbortSignal): Promise<SearchSuggestions | null> {
  try {
    const response = await fetch(paths.api.suggestions(text), { signal });
    return await readOwnAnswer<SearchSuggestions>(response, ["types", "actors", "places", "incidents"]);
  } catch {
    return null;
  }
}
