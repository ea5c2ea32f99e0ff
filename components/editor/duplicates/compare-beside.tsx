import Link from "next/link";
import type { IncidentRecord } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";
import { linkLabels } from "@/lib/taxonomy/labels";
import styles from "./compare.module.css";

type Side = "a" | "b";
const sides = ["a", "b"] as const;

/** What goes along without a choice: sources and links. */
export function CompareBeside({ records }: { records: Record<Side, IncidentRecord> }) {
  return (
    <>
      <section className={styles.row} aria-label="Sources">
        <h2 className={styles.name}>Sources</h2>
        <div className={styles.cells}>
          {sides.map((side) => (
            <ul key={side} className={styles.cell}>
              {records[side].incident.sources.map(({ articleId, title, publisher, publishedAt }) => (
                <li key={articleId} className={styles.item}>
                  <Link href={paths.workbench(articleId)} dir="auto">
                    {title}
                  </Link>
                  <span className={styles.note}>
                    {[publisher, publishedAt?.slice(0, 10)].filter(Boolean).join(", ")}
                  </span>
                </li>
              ))}
              {records[side].incident.sources.length === 0 && <li className={styles.unsourced}>none</li>}
            </ul>
          ))}
        </div>
      </section>
      <section className={styles.row} aria-label="Links">
        <h2 className={styles.name}>Links</h2>
        <div className={styles.cells}>
          {sides.map((side) => (
            <ul key={side} className={styles.cell}>
              {records[side].incident.links.map(({ id, type, direction, publicId, title }) => (
                <li key={id} className={styles.item}>
                  <span className={styles.note}>{linkLabels[type][direction]}</span>
                  <Link href={paths.editIncident(publicId)} dir="auto">
                    {title}
                  </Link>
                </li>
              ))}
              {records[side].incident.links.length === 0 && <li className={styles.unsourced}>none</li>}
            </ul>
          ))}
        </div>
      </section>
    </>
  );
}
