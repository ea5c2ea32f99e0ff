import Link from "next/link";
import { quoted } from "@/lib/incidents/highlight";
import { hrefWithFilter, type PageQuery } from "./page-query";
import styles from "./searched-also.module.css";

/** Says what unknown words of the search were taken for, and leads to the search for them as they are. */
export function SearchedAlso({
  page,
  corrections,
}: {
  page: PageQuery;
  corrections: { typed: string; meant: string[] }[];
}) {
  if (corrections.length === 0) return null;
  const exact = quoted(
    page.filter.q,
    corrections.map(({ typed }) => typed),
  );
  return (
    <p className={styles.note} role="status">
      Searching also for {corrections.flatMap(({ meant }) => meant).join(", ")}.{" "}
      <Link href={hrefWithFilter(page, { ...page.filter, q: exact })} prefetch={false} scroll={false}>
        Search exactly as typed
      </Link>
    </p>
  );
}
