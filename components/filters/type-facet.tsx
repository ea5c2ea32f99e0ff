import { Disclosure } from "@/components/ui/disclosure";
import { EventMark } from "@/components/ui/event-mark";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { eventGroups } from "@/lib/taxonomy/event-types";
import type { Facets } from "@/lib/timeline/schema";
import { FacetLink } from "./facet";
import styles from "./facet.module.css";
import type { Narrowed } from "./page-query";

/** Event groups with their marks, which makes this the legend as well, and their types below them. */
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
      <ul className={styles.list} aria-label="Event type">
        {eventGroups.map((group) => {
          const option = values.find(({ value }) => value === group);
          const types = values.filter((value) => value.group === group);
          if (!option) return null;
          return (
            <li key={group} className={styles.group}>
              <FacetLink
                page={page}
                name="type"
                option={{ ...option, mark: <EventMark group={group} /> }}
                isActive={active.includes(group)}
              />
              {types.length > 0 && (
                <details className={styles.sub} open={types.some(({ value }) => active.includes(value))}>
                  <summary title={`Types of ${option.label.toLowerCase()}`}>
                    <VisuallyHidden>Types of {option.label.toLowerCase()}</VisuallyHidden>
                  </summary>
                  <ul className={styles.types}>
                    {types.map((type) => (
                      <li key={type.value}>
                        <FacetLink
                          page={page}
                          name="type"
                          option={type}
                          isActive={active.includes(type.value)}
                        />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
