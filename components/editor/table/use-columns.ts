import { useSyncExternalStore } from "react";
import { type TableColumn, tableColumns, usualColumns } from "@/lib/incidents/table-state";

const storageKey = "sightline.table-columns";
const changed = "sightline:table-columns";

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener("storage", listener);
    window.removeEventListener(changed, listener);
  };
}

const stored = (): string => localStorage.getItem(storageKey) ?? usualColumns.join(",");

/** The columns that this device shows, unless the address names others; choosing keeps them here. */
export function useColumns(named: readonly TableColumn[] | null): {
  columns: readonly TableColumn[];
  choose: (columns: readonly TableColumn[]) => void;
} {
  const kept = useSyncExternalStore(subscribe, stored, () => usualColumns.join(","));
  const own = tableColumns.filter((column) => kept.split(",").includes(column));
  return {
    columns: named ?? own,
    choose: (columns) => {
      localStorage.setItem(storageKey, columns.join(","));
      window.dispatchEvent(new Event(changed));
    },
  };
}
