import { useRef, useState } from "react";
import type { RowStore } from "./row-store";
import { allSelected, isSelected, noSelection, type Selection, withSelected } from "./selection";

/** Rows that one stroke with Shift may reach. */
const maxStroke = 10_000;

export type SelectionControl = {
  selection: Selection;
  /** Turns a row over; with isRange all rows since the last one that was turned. */
  toggle: (index: number, isRange: boolean) => void;
  selectAll: () => void;
  clear: () => void;
};

/** The selection of a table, by places of its rows. */
export function useSelection(store: RowStore): SelectionControl {
  const [selection, setSelection] = useState<Selection>(noSelection);
  const anchor = useRef<number | null>(null);

  async function extend(from: number, to: number) {
    const [first, last] = from < to ? [from, to] : [to, from];
    const end = Math.min(last, first + maxStroke);
    await store.load(first, end);
    const ids: string[] = [];
    for (let index = first; index <= end; index += 1) {
      const row = store.row(index);
      if (row) ids.push(row.publicId);
    }
    setSelection((current) => withSelected(current, ids, true));
  }

  function toggle(index: number, isRange: boolean) {
    const row = store.row(index);
    if (!row) return;
    if (isRange && anchor.current !== null) {
      void extend(anchor.current, index);
      return;
    }
    anchor.current = index;
    setSelection((current) => withSelected(current, [row.publicId], !isSelected(current, row.publicId)));
  }

  return {
    selection,
    toggle,
    selectAll: () => setSelection(allSelected),
    clear: () => {
      anchor.current = null;
      setSelection(noSelection);
    },
  };
}
