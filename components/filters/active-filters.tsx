import Link from "next/link";
import { Chip } from "@/components/ui/chip";
import { activeFilters, emptyFilter, type FilterName, filterParameters } from "@/lib/incidents/filters";
import type { Facets } from "@/lib/timeline/schema";
import styles from "./active-filters.module.css";
import { hrefWithFilter, hrefWithout, type Narrowed } from "./page-query";

const selfNamed: readonly FilterName[] = [
  "q",
  "from",
  "to",
  "time",
  "killedMin",
  "bbox",
  "linked",
  "updatedSince",
];

/** What restricts the result now; each can be taken away, and all of them at once. */
export function ActiveFilters({ page, facets }: { page: Narrowed; facets: Facets }) {
  const named = (name: FilterName, value: string) =>
    name in facets ? facets[name as keyof Facets].find((option) => option.value === value)?.label : undefined;
  const active = activeFilters(page.filter, named);
  if (active.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Active filters">
      {active.map(({ name, value, label }) => (
        <li key={`${name} ${value}`}>
          <Chip
            removeHref={hrefWithout(page, name, value)}
            removeLabel={`Remove the filter ${filterParameters[name].label}: ${label}`}
          >
            {!selfNamed.includes(name) && (
              <span className={styles.name}>{filterParameters[name].label} </span>
            )}
            {label}
          </Chip>
        </li>
      ))}
      <li>
        <Link
          className={styles.clear}
          href={hrefWithFilter(page, emptyFilter)}
          prefetch={false}
          scroll={false}
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}
