"use client";

import { useSyncExternalStore } from "react";

export type KeptChoice = {
  subscribe: (listener: () => void) => () => void;
  /** Null before anything was chosen. */
  read: () => string | null;
  choose: (text: string) => void;
};

/** A choice of whoever uses this browser, the same on every page. One that cannot be kept holds for the page. */
export function keptChoice(key: string): KeptChoice {
  const listeners = new Set<() => void>();
  let unkept: string | null = null;
  return {
    subscribe(listener) {
      listeners.add(listener);
      window.addEventListener("storage", listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener("storage", listener);
      };
    },
    read() {
      try {
        return localStorage.getItem(key) ?? unkept;
      } catch {
        return unkept;
      }
    },
    choose(text) {
      unkept = text;
      try {
        localStorage.setItem(key, text);
      } catch {
        // Held for this page alone.
      }
      for (const listener of listeners) listener();
    },
  };
}

/** What was chosen; null on the server, and before anything was. */
export const useKeptChoice = ({ subscribe, read }: KeptChoice): string | null =>
  useSyncExternalStore(subscribe, read, () => null);
