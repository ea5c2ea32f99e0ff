"use client";

import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { type TableLine, tableLineOf } from "@/lib/incidents/list-row";
import type { IncidentView } from "@/lib/incidents/schema";
import { readOwnAnswer } from "@/lib/own-answer";
import { paths } from "@/lib/paths";
import { keepList, keptList } from "./kept-list";

/** Incidents that are read at once while somebody scrolls. */
const pageSize = 100;

type Page = { data: IncidentView[]; total: number; nextCursor: string | null };

type Loaded = { lines: TableLine[]; nextCursor: string | null; problem: string | null };

/**
 * The lines of a list: those that came with the page, then more of them by `more`, each page behind the last one
 * that was read. Who comes back to the list finds as many as before, at the same place.
 * @param query filter and order for the interface
 */
export function useLines(query: string, first: TableLine[], firstCursor: string | null) {
  const [loaded, setLoaded] = useState<Loaded>({ lines: first, nextCursor: firstCursor, problem: null });
  const [isPending, setIsPending] = useState(false);
  const request = useRef<AbortController | null>(null);
  const now = useRef(loaded);
  now.current = loaded;

  useLayoutEffect(() => {
    const address = window.location.href;
    const kept = keptList(address);
    if (kept) {
      setLoaded({ lines: kept.lines, nextCursor: kept.nextCursor, problem: null });
      requestAnimationFrame(() => window.scrollTo(0, kept.top));
    }
    const keep = () => {
      const { lines, nextCursor } = now.current;
      keepList(address, { lines, nextCursor, top: window.scrollY });
    };
    window.addEventListener("pagehide", keep);
    document.addEventListener("click", keep, true);
    return () => {
      window.removeEventListener("pagehide", keep);
      document.removeEventListener("click", keep, true);
      request.current?.abort();
    };
  }, []);

  const more = useCallback(async () => {
    const { nextCursor } = now.current;
    if (nextCursor === null || (request.current && !request.current.signal.aborted)) return;
    const controller = new AbortController();
    request.current = controller;
    setIsPending(true);
    try {
      const params = new URLSearchParams(query);
      params.set("limit", String(pageSize));
      params.set("cursor", nextCursor);
      const response = await fetch(paths.api.incidents(params.toString()), { signal: controller.signal });
      const page = await readOwnAnswer<Page>(response, ["data", "nextCursor"]);
      setLoaded(({ lines }) => ({
        lines: [...lines, ...page.data.map(tableLineOf)],
        nextCursor: page.nextCursor,
        problem: null,
      }));
    } catch {
      if (controller.signal.aborted) return;
      const problem = "The next incidents could not be loaded.";
      setLoaded((before) => ({ ...before, problem }));
    }
    request.current = null;
    setIsPending(false);
  }, [query]);

  return { ...loaded, isPending, more };
}
