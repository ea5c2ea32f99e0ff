import Link from "next/link";
import { Disclosure } from "@/components/ui/disclosure";
import type { FilterName } from "@/lib/incidents/filters";
import { numberWords } from "@/lib/incidents/words";
import styles from "./facet.module.css";
import { type FacetOption, FacetOptions } from "./facet-options";
import { hrefWithFilter, type Narrowed } from "./page-query";

type FacetProps = {
  page: Narrowed;
  name: FilterName;
  label: string;
  options: readonly FacetOption[];
  active: readonly string[];
  open?: boolean;
  /** Address of the page with all options shown; null: they are. Without it the rest opens below the first ones. */
  moreHref?: string | null;
};

/** Options that are shown at once. */
const shownAtOnce = 7;

/** The values of one parameter with their counts; each is a link that adds it or takes it away. */
export function Facet({ page, name, label, options, active, open = false, moreHref }: FacetProps) {
  if (options.length === 0) return null;
  const isFirst = (option: FacetOption, index: number) =>
    moreHref === null || index < shownAtOnce || active.includes(option.value);
  const rest = options.filter((option, index) => !isFirst(option, index));
  const list = { href: hrefWithFilter(page, page.filter), name, label, active };
  return (
    <Disclosure
      className={styles.facet}
      summary={label}
      note={active.length > 0 ? `${active.length} active` : undefined}
      open={open || active.length > 0 || moreHref === null}
    >
      <FacetOptions {...list} options={options.filter(isFirst)} />
      {rest.length > 0 && <Rest count={rest.length} href={moreHref} list={list} rest={rest} />}
    </Disclosure>
  );
}

function Rest({
  count,
  href,
  list,
  rest,
}: {
  count: number;
  href: string | null | undefined;
  list: Omit<Parameters<typeof FacetOptions>[0], "options">;
  rest: readonly FacetOption[];
}) {
  const words = `${numberWords(count)} more`;
  if (typeof href === "string") {
    return (
      <Link className={styles.rest} href={href} rel="nofollow" prefetch={false} scroll={false}>
        {words}
      </Link>
    );
  }
  return (
    <details className={styles.more}>
      <summary>{words}</summary>
      <FacetOptions {...list} options={rest} />
    </details>
  );
}
