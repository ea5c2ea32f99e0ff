import { Disclosure } from "@/components/ui/disclosure";
import type { Facets } from "@/lib/timeline/schema";
import styles from "./facet.module.css";
import { TypeOptions } from "./facet-options";
import { hrefWithFilter, type Narrowed } from "./page-query";

/** The event types with their counts. */
export function TypeFacet({ page, values }: { page: Narrowed; values: Facets["type"] }) {
  const active: readonly string[] = page.filter.type;
  if (values.length === 0) return null;
  return (
    <Disclosure
      className={styles.facet}
      summary="Event type"
      note={active.length > 0 ? `${active.length} active` : undefined}
      open
    >
      <TypeOptions href={hrefWithFilter(page, page.filter)} values={values} active={active} />
    </Disclosure>
  );
}
