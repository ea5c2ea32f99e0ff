import Link from "next/link";
import { type IncidentSort, incidentSorts } from "@/lib/incidents/filters";
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
  href,
}: {
  current: IncidentSort;
  href: (sort: IncidentSort) => string;
}) {
  return (
    <nav className={styles.order} aria-label="Order of the list" data-print="hide">
      {incidentSorts.map((sort) => (
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
