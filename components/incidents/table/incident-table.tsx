"use client";

import Link from "next/link";
import { type CSSProperties, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { TableLine } from "@/lib/incidents/list-row";
import type { IncidentSort } from "@/lib/incidents/sorts";
import { numberWords } from "@/lib/incidents/words";
import { ColumnChoice } from "./column-choice";
import { type ColumnName, columns } from "./columns";
import styles from "./incident-table.module.css";
import { TableRow } from "./table-row";
import { useColumns } from "./use-columns";
import { useLines } from "./use-lines";
import { moveFocus, useVisibleLines } from "./use-visible-lines";

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
  const { items, before, after, isLive, reveal, measure } = useVisibleLines(lines.length, body);

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
              return (
                line && <TableRow key={line.publicId} {...{ line, index, shown, asOf, terms, measure }} />
              );
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
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it stands for the room of lines that are not there, and has nothing to focus
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
        <HeadCell label="Date" width="13rem" href={byDate} order={isByDate ? dateOrder : undefined} />
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
    <th scope="col" style={{ "--width": width } as CSSProperties} aria-sort={order} data-number={isNumber}>
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
