"use client";

import { useMemo, useSyncExternalStore } from "react";
import { type ColumnName, firstColumns, readColumns } from "./columns";

const key = "sightline.list.columns";
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** A browser may refuse to keep anything; the choice then holds for the page. */
let unkept: string | null = null;

function read(): string | null {
  try {
    return localStorage.getItem(key) ?? unkept;
  } catch {
    return unkept;
  }
}

function choose(names: readonly ColumnName[]): void {
  unkept = names.join();
  try {
    localStorage.setItem(key, unkept);
  } catch {
    // Kept for this page alone.
  }
  for (const listener of listeners) listener();
}

/** The columns of the list that this browser wants, and a way to choose others. */
export function useColumns(): [readonly ColumnName[], (names: readonly ColumnName[]) => void] {
  const kept = useSyncExternalStore(subscribe, read, () => firstColumns.join());
  return [useMemo(() => readColumns(kept), [kept]), choose];
}
