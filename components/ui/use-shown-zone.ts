"use client";

import { useCallback, useSyncExternalStore } from "react";
import { type ZoneChoice, zoneChoiceOf, zoneOf } from "@/lib/timeline/zone-choice";

const storageKey = "sightline-zone";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function read(): ZoneChoice {
  try {
    return zoneChoiceOf(localStorage.getItem(storageKey));
  } catch {
    // A browser that keeps nothing shows what everybody sees first.
    return "local";
  }
}

/** By whose clocks the reader wants times, on every page; the browser keeps it. zone is IANA, null for each place's own. */
export function useShownZone(): {
  choice: ZoneChoice;
  zone: string | null;
  choose: (choice: ZoneChoice) => void;
} {
  const choice = useSyncExternalStore(subscribe, read, () => "local" as const);
  const choose = useCallback((next: ZoneChoice) => {
    try {
      localStorage.setItem(storageKey, next);
    } catch {
      return;
    }
    for (const listener of listeners) listener();
  }, []);
  return { choice, zone: zoneOf(choice), choose };
}
