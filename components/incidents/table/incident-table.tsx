"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import Link from "next/link";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { IncidentSort } from "@/lib/incidents/filters";
import type { TableLine } from "@/lib/incidents/list-row";
import { numberWords } from "@/lib/incidents/words";
import { ColumnChoice } from "./column-choice";
import { type ColumnName, columns } from "./columns";
import styles from "./incident-table.module.css";
import { TableRow } from "./table-row";
import { useColumns } from "./use-columns";
import { useLines } from "./use-lines";

/** Height of a line in pixels; incident-table.module.css has it too. */
const lineHeight = 38;
/** So many lines before the end the next ones are asked for. */
const ahead = 40;

type Props = {
  lines: TableLine[];
  total: number;
  nextCursor: string | null;
  /** Filter, instant and order for the interface. */
  query: string;
  sort: IncidentSort;
  /** Addresses of the page in the orders that a head of a column gives. */
  sortHrefs: Partial<Record<IncidentSort, string>>;
  asOf: string | null;
  terms: readonly string[];
};

/** The list as a table: only the lines in view are in the page, and more are read when somebody gets to the end. */
export function IncidentTable(props: Props) {
  const { total, sort, sortHrefs, asOf, terms } = props;
  const { lines, nextCursor, problem, isPending, more } = useLines(
    props.query,
    props.lines,
    props.nextCursor,
  );
  const [shown, choose] = useColumns();
  const body = useRef<HTMLTableSectionElement>(null);
  const { items, before, after, isLive, reveal } = useVisibleLines(lines.length, body);

  const last = items.at(-1) ?? 0;
  useEffect(() => {
    if (isLive && problem === null && last >= lines.length - ahead) void more();
  }, [isLive, last, lines.length, more, problem]);

  return (
    <div className={styles.frame}>
      <ColumnChoice shown={shown} onChoose={choose} />
      <div className={styles.scroller}>
        <table className={styles.table} aria-rowcount={total + 1} aria-busy={isPending}>
          <caption className={styles.caption}>Incidents</caption>
          <Head shown={shown} sort={sort} sortHrefs={sortHrefs} />
          <tbody ref={body} onKeyDown={(event) => moveFocus(event, lines.length, reveal)}>
            {before > 0 && <Gap height={before} />}
            {items.map((index) => {
              const line = lines[index];
              return line && <TableRow key={line.publicId} {...{ line, index, shown, asOf, terms }} />;
            })}
            {after > 0 && <Gap height={after} />}
          </tbody>
        </table>
      </div>
      <p className={styles.status} role="status">
        {problem ??
          (nextCursor === null
            ? `All ${numberWords(total)} are listed.`
            : isPending
              ? "Reading more …"
              : `${numberWords(lines.length)} of ${numberWords(total)} are listed; scroll for more.`)}
        {problem !== null && (
          <Button size="small" onClick={() => void more()}>
            Try again
          </Button>
        )}
      </p>
    </div>
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden="true" className={styles.gap}>
      <td style={{ height }} />
    </tr>
  );
}

type HeadProps = Pick<Props, "sort" | "sortHrefs"> & { shown: readonly ColumnName[] };

function Head({ shown, sort, sortHrefs }: HeadProps) {
  const isByDate = sort === "-occurred" || sort === "occurred";
  const byDate = sort === "-occurred" ? sortHrefs.occurred : sortHrefs["-occurred"];
  const dateOrder = sort === "occurred" ? "ascending" : "descending";
  return (
    <thead>
      <tr aria-rowindex={1}>
        <HeadCell label="Date" width="9.5rem" href={byDate} order={isByDate ? dateOrder : undefined} />
        <HeadCell label="Incident" />
        {shown.map((name) => {
          const { label, width, isNumber, sort: own } = columns[name];
          return (
            <HeadCell
              key={name}
              label={label}
              width={width}
              isNumber={isNumber}
              href={own && sortHrefs[own]}
              order={own === sort ? "descending" : undefined}
            />
          );
        })}
      </tr>
    </thead>
  );
}

type HeadCellProps = {
  label: string;
  width?: string;
  isNumber?: boolean;
  href?: string;
  order?: "ascending" | "descending";
};

function HeadCell({ label, width, isNumber, href, order }: HeadCellProps) {
  return (
    <th scope="col" style={{ width }} aria-sort={order} data-number={isNumber}>
      {href === undefined ? (
        label
      ) : (
        <Link href={href} prefetch={false} scroll={false}>
          {label}
          {order && <span aria-hidden="true">{order === "ascending" ? " ↑" : " ↓"}</span>}
        </Link>
      )}
    </th>
  );
}

/** Which lines are in the page: all that came with it until a script runs, then those in view and some around. */
function useVisibleLines(count: number, body: React.RefObject<HTMLTableSectionElement | null>) {
  const [isLive, setIsLive] = useState(false);
  const [top, setTop] = useState(0);
  useEffect(() => {
    const measure = () => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    setIsLive(true);
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body]);
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => lineHeight,
    overscan: 15,
    scrollMargin: top,
    enabled: isLive,
  });
  const shown = virtual.getVirtualItems();
  const [first, last] = [shown[0], shown.at(-1)];
  const isMeasured = isLive && first !== undefined && last !== undefined;
  const reveal = (index: number) => virtual.scrollToIndex(index, { align: "auto" });
  if (!isMeasured) {
    return { items: Array.from({ length: count }, (_, index) => index), before: 0, after: 0, isLive, reveal };
  }
  return {
    items: shown.map(({ index }) => index),
    before: first.start - top,
    after: virtual.getTotalSize() - (last.end - top),
    isLive,
    reveal,
  };
}

const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

/** Arrow keys go from title to title, Home and End to the first and the last that is listed. */
function moveFocus(event: KeyboardEvent<HTMLElement>, count: number, reveal: (index: number) => void): void {
  const row = event.target instanceof Element ? event.target.closest("tr") : null;
  const current = Number(row?.getAttribute("aria-rowindex")) - 2;
  const by = steps[event.key];
  const wanted =
    event.key === "Home" ? 0 : event.key === "End" ? count - 1 : by === undefined ? null : current + by;
  if (wanted === null || !row || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const index = Math.min(Math.max(wanted, 0), count - 1);
  const { parentElement: body } = row;
  reveal(index);
  const focus = (attempts: number) => {
    const link = body?.querySelector<HTMLElement>(`tr[aria-rowindex="${index + 2}"] a`);
    if (link) link.focus();
    else if (attempts > 0) requestAnimationFrame(() => focus(attempts - 1));
  };
  focus(10);
}
