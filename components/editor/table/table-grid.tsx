"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRouter } from "next/navigation";
import { type CSSProperties, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { type TableColumn, type TableSort, tableColumnLabels } from "@/lib/incidents/table-state";
import { paths } from "@/lib/paths";
import { columnLayout } from "./cells";
import type { RowStore } from "./row-store";
import { countSelected, isSelected } from "./selection";
import styles from "./table-grid.module.css";
import { HeadCell } from "./table-head";
import { GridRow, PlaceholderRow } from "./table-row";
import type { SelectionControl } from "./use-selection";

/** Heights in pixels: of a line, and of a card where the screen is narrow. */
const lineHeight = 36;
const cardHeight = 112;
/** Browsers stop drawing beyond some 17 million pixels. */
const maxShown = 150_000;
const narrow = "(width < 760px)";
/** What the server draws rows for: until the scripts run, the table is not empty. */
const firstScreen = { width: 1200, height: 650 };

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(narrow);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(narrow).matches,
    () => false,
  );
}

type Props = {
  store: RowStore;
  columns: readonly TableColumn[];
  sort: TableSort;
  onSort: (sort: TableSort) => void;
  control: SelectionControl;
};

/** The rows of the table: only those in view are in the page, however many there are. */
export function TableGrid({ store, columns, sort, onSort, control }: Props) {
  useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  const [active, setActive] = useState(0);
  const count = Math.min(store.total, maxShown);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isNarrow ? cardHeight : lineHeight),
    overscan: 12,
    initialRect: firstScreen,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another height makes the measures stale.
  useEffect(() => virtual.measure(), [isNarrow]);
  const items = virtual.getVirtualItems();
  useMissingRows(store, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const keys = useGridKeys({
    store,
    control,
    active,
    setActive,
    count,
    show: (to) => virtual.scrollToIndex(to),
  });
  const layout = {
    "--columns": `40px minmax(280px, 1fr) ${columns.map((column) => `${columnLayout[column].width}px`).join(" ")}`,
    "--least": `${columns.reduce((sum, column) => sum + columnLayout[column].width, 330)}px`,
  } as CSSProperties;

  return (
    <div ref={scroller} className={styles.scroller} style={layout}>
      <table
        className={styles.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA allows a table to be a grid.
        role="grid"
        aria-label="Incidents"
        aria-rowcount={store.total + 1}
        aria-multiselectable="true"
        aria-activedescendant={count > 0 ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={keys}
      >
        <thead>
          <tr className={styles.head} aria-rowindex={1}>
            <th scope="col" className={styles.check}>
              <input
                type="checkbox"
                aria-label="Select all that match"
                checked={store.total > 0 && countSelected(control.selection, store.total) === store.total}
                onChange={(event) => (event.target.checked ? control.selectAll() : control.clear())}
              />
            </th>
            <HeadCell label="Title" sortKey="title" sort={sort} onSort={onSort} />
            {columns.map((column) => (
              <HeadCell
                key={column}
                label={tableColumnLabels[column]}
                sortKey={columnLayout[column].sort}
                isNumber={columnLayout[column].isNumber}
                sort={sort}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const row = store.row(index);
            const place = { id: `${id}-${index}`, index, start, size, isNarrow };
            return row ? (
              <GridRow
                key={row.publicId}
                row={row}
                place={place}
                columns={columns}
                isActive={index === active}
                isSelected={isSelected(control.selection, row.publicId)}
                onToggle={(isRange) => control.toggle(index, isRange)}
                onActivate={() => setActive(index)}
              />
            ) : (
              <PlaceholderRow key={`missing ${index}`} place={place} />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Fetches the rows in view, once the scrolling pauses for a moment. */
function useMissingRows(store: RowStore, first: number, last: number): void {
  useEffect(() => {
    const timer = setTimeout(() => void store.load(first, last), 60);
    return () => clearTimeout(timer);
  }, [store, first, last]);
}

/** The keys of a grid: arrows, Page Up and Down, Home, End; Space selects, Enter opens. */
function useGridKeys(grid: {
  store: RowStore;
  control: SelectionControl;
  active: number;
  setActive: (index: number) => void;
  count: number;
  show: (index: number) => void;
}) {
  const router = useRouter();
  const { store, control, active, setActive, count, show } = grid;

  function moved(event: React.KeyboardEvent): number | null {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      j: 1,
      k: -1,
      PageDown: 15,
      PageUp: -15,
    };
    if (event.key === "Home") return 0;
    if (event.key === "End") return count - 1;
    const step = steps[event.key];
    return step === undefined ? null : Math.min(Math.max(active + step, 0), count - 1);
  }

  return (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget || count === 0) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "a") {
      event.preventDefault();
      control.selectAll();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moved(event);
    if (to !== null) {
      event.preventDefault();
      if (event.shiftKey) control.toggle(to, true);
      setActive(to);
      show(to);
    } else if (event.key === " " || event.key === "x") {
      event.preventDefault();
      control.toggle(active, event.shiftKey);
    } else if (event.key === "Escape") {
      control.clear();
    } else if (event.key === "Enter") {
      const row = store.row(active);
      if (row) router.push(paths.editIncident(row.publicId));
    }
  };
}
