"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { decodeViewState, encodeViewState, type ViewState } from "@/lib/timeline/view-state";

/** What becomes another; a function is given the address at this moment, which a page under way may lag behind. */
type Change = Partial<ViewState> | ((current: ViewState) => Partial<ViewState>);

/** The page state as the address has it, and a way to change it without asking the server. */
export function useViewState() {
  const params = useSearchParams();
  const state = useMemo(() => decodeViewState(new URLSearchParams(params)).state, [params]);

  /** entry: a step that Back undoes; replace: the same step, looked at differently. */
  const write = useCallback((change: Change, mode: "entry" | "replace") => {
    const url = new URL(window.location.href);
    const current = decodeViewState(url.searchParams).state;
    const patch = typeof change === "function" ? change(current) : change;
    for (const name of Object.keys(current)) url.searchParams.delete(name);
    for (const [name, value] of encodeViewState({ ...current, ...patch })) url.searchParams.set(name, value);
    if (url.href === window.location.href) return;
    if (mode === "entry") window.history.pushState(null, "", url);
    else window.history.replaceState(null, "", url);
  }, []);

  return { state, write };
}
