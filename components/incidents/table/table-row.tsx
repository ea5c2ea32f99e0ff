import Link from "next/link";
import { ShownTime } from "@/components/incidents/shown-time";
import { EventMark } from "@/components/ui/event-mark";
import { MarkedText } from "@/components/ui/marked-text";
import type { TableLine } from "@/lib/incidents/list-row";
import { paths } from "@/lib/paths";
import { eventGroupOf } from "@/lib/taxonomy/event-types";
import { type ColumnName, columns } from "./columns";

type Props = {
  line: TableLine;
  /** From 0, in the whole list. */
  index: number;
  shown: readonly ColumnName[];
  asOf: string | null;
  terms: readonly string[];
  /** Tells how high the line is; where titles wrap, some are higher. */
  measure: ((row: HTMLTableRowElement | null) => void) | null;
};

export function TableRow({ line, index, shown, asOf, terms, measure }: Props) {
  const { publicId, title } = line;
  const href = asOf === null ? paths.incident(publicId, title) : paths.incidentAsOf(publicId, asOf);
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <td>
        <ShownTime of={line} />
      </td>
      <th scope="row" title={title}>
        <EventMark group={eventGroupOf(line.eventType)} />{" "}
        <Link href={href} prefetch={false}>
          <MarkedText text={title} terms={terms} />
        </Link>
      </th>
      {shown.map((name) => (
        <td
          key={name}
          data-label={columns[name].label}
          data-number={columns[name].isNumber}
          title={line[name]}
        >
          {line[name]}
        </td>
      ))}
    </tr>
  );
}
