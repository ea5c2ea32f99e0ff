import Link from "next/link";
import { type IncidentSort, incidentSorts } from "@/lib/incidents/sorts";
import styles from "./list-order.module.css";

const labels: Record<IncidentSort, string> = {
  "-occurred": "Newest first",
  occurred: "Oldest first",
  "-updated": "Last changed",
  "-published": "Last published",
  "-killed": "Most killed",
  relevance: "Best match",
};

/** The orders of a list as links. */
export function ListOrder({
  current,
  hasWords,
  href,
}: {
  current: IncidentSort;
  /** Without words nothing matches better than anything else. */
  hasWords: boolean;
  href: (sort: IncidentSort) => string;
}) {
  return (
    <nav className={styles.order} aria-label="Order of the list" data-print="hide">
      {incidentSorts
        .filter((sort) => hasWords || sort !== "relevance")
        .map((sort) => (
          <Link
            key={sort}
            className={styles.link}
            href={href(sort)}
            aria-current={sort === current ? "true" : undefined}
            prefetch={false}
            scroll={false}
          >
            {labels[sort]}
          </Link>
        ))}
    </nav>
  );
}
