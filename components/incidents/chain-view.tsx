import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { EventMark } from "@/components/ui/event-mark";
import { describeOccurred } from "@/lib/dates/words";
import type { IncidentChain } from "@/lib/incidents/summary";
import { paths } from "@/lib/paths";
import { eventGroupOf } from "@/lib/taxonomy/event-types";
import { chainGutter, chainRowHeight, layOutChain } from "./chain-layout";
import styles from "./chain-view.module.css";

/** The incidents around one, in time order, with their links as arcs beside them. */
export function ChainView({ chain, publicId }: { chain: IncidentChain; publicId: string }) {
  const { rows, arcs, left } = layOutChain(chain, publicId);
  const height = rows.length * chainRowHeight;
  return (
    <div className={styles.chain}>
      <svg
        className={styles.arcs}
        width={chainGutter}
        height={height}
        viewBox={`0 0 ${chainGutter} ${height}`}
        aria-hidden="true"
      >
        {arcs.map(({ from, to, path, near }) => (
          <path key={`${from} ${to}`} d={path} className={near ? styles.near : styles.far} />
        ))}
      </svg>
      <ol className={styles.rows}>
        {rows.map((row) => {
          const isHere = row.publicId === publicId;
          return (
            <li key={row.publicId} className={classNames(styles.row, isHere && styles.here)}>
              <EventMark group={eventGroupOf(row.eventType)} />
              <span className={styles.words}>
                <span className={styles.date}>
                  {describeOccurred(row.occurred, row.timeZone, { style: "axis" })}
                </span>
                {isHere ? (
                  <span className={styles.title} dir="auto" aria-current="true">
                    {row.title}
                  </span>
                ) : (
                  <Link
                    className={styles.title}
                    href={paths.incident(row.publicId, row.title)}
                    prefetch={false}
                    dir="auto"
                  >
                    {row.title}
                  </Link>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {left > 0 && <p className={styles.left}>{left} more incidents stand further away.</p>}
    </div>
  );
}
