import Link from "next/link";
import type { MouseEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { describeOccurred } from "@/lib/dates/words";
import type { TableRow } from "@/lib/incidents/table-row";
import type { TableColumn } from "@/lib/incidents/table-state";
import { paths } from "@/lib/paths";
import { eventTypeLabel } from "@/lib/taxonomy/event-types";
import { cellOf, columnLayout, markOf, StatusTag } from "./cells";
import styles from "./table-grid.module.css";

type Place = { id: string; index: number; start: number; size: number; isNarrow: boolean };

const styleOf = ({ start, size }: Place) => ({ transform: `translateY(${start}px)`, height: size });

/** A row that is loaded: a line of cells, or a card on a narrow screen. */
export function GridRow({
  row,
  place,
  columns,
  isActive,
  isSelected,
  onToggle,
  onActivate,
}: {
  row: TableRow;
  place: Place;
  columns: readonly TableColumn[];
  isActive: boolean;
  isSelected: boolean;
  onToggle: (isRange: boolean) => void;
  onActivate: () => void;
}) {
  function press(event: MouseEvent) {
    onActivate();
    const isLink = event.target instanceof HTMLElement && event.target.closest("a") !== null;
    if (isLink) return;
    // A stroke with Shift would mark the words between as well.
    if (event.shiftKey) window.getSelection()?.removeAllRanges();
    if (event.shiftKey || (event.target instanceof HTMLElement && event.target.closest("[data-check]"))) {
      event.preventDefault();
      onToggle(event.shiftKey);
    }
  }

  return (
    <tr
      id={place.id}
      aria-rowindex={place.index + 2}
      aria-selected={isSelected}
      className={classNames(place.isNarrow ? styles.card : styles.row, isActive && styles.active)}
      style={styleOf(place)}
      onClick={press}
    >
      <td className={styles.check} data-check>
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={isSelected}
          aria-label={`Select ${row.title}`}
        />
      </td>
      {place.isNarrow ? <CardCells row={row} /> : <LineCells row={row} columns={columns} />}
    </tr>
  );
}

function TitleLink({ row }: { row: TableRow }) {
  return (
    <Link
      href={paths.editIncident(row.publicId)}
      className={styles.title}
      dir="auto"
      prefetch={false}
      tabIndex={-1}
    >
      {row.title}
    </Link>
  );
}

function LineCells({ row, columns }: { row: TableRow; columns: readonly TableColumn[] }) {
  return (
    <>
      <td className={styles.titleCell}>
        {markOf(row)}
        <TitleLink row={row} />
      </td>
      {columns.map((column) => (
        <td key={column} className={classNames(styles.cell, columnLayout[column].isNumber && styles.number)}>
          {cellOf(row, column)}
        </td>
      ))}
    </>
  );
}

function CardCells({ row }: { row: TableRow }) {
  const facts = [
    describeOccurred(row.occurred, row.timeZone, { style: "short" }),
    row.place?.name,
    eventTypeLabel(row.eventType),
  ];
  return (
    <td className={styles.cardCell}>
      <span className={styles.cardTitle}>
        {markOf(row)}
        <TitleLink row={row} />
      </span>
      <span className={styles.cardFacts}>{facts.filter(Boolean).join(" · ")}</span>
      <span className={styles.cardFacts}>
        <StatusTag status={row.status} />
        {row.sources === 0 ? "no source" : `${row.sources} ${row.sources === 1 ? "source" : "sources"}`}
      </span>
    </td>
  );
}

/** Keeps the place of a row that is on its way. */
export function PlaceholderRow({ place }: { place: Place }) {
  return (
    <tr
      id={place.id}
      aria-rowindex={place.index + 2}
      className={place.isNarrow ? styles.card : styles.row}
      style={styleOf(place)}
    >
      <td className={styles.check} />
      <td className={styles.titleCell}>
        <Skeleton width="60%" />
      </td>
    </tr>
  );
}
