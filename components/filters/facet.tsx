import Link from "next/link";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkPending } from "@/components/ui/link-pending";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { FilterName } from "@/lib/incidents/filters";
import { numberWords } from "@/lib/incidents/words";
import styles from "./facet.module.css";
import { hrefToggling, type Narrowed } from "./page-query";

export type FacetOption = { value: string; label: string; count?: number; mark?: ReactNode };

type FacetProps = {
  page: Narrowed;
  name: FilterName;
  label: string;
  options: FacetOption[];
  active: readonly string[];
  open?: boolean;
};

/** Options that are shown at once; the rest opens below them. */
const shownAtOnce = 7;

/** The values of one parameter with their counts; each is a link that adds it or takes it away. */
export function Facet({ page, name, label, options, active, open = false }: FacetProps) {
  if (options.length === 0) return null;
  const isFirst = (option: FacetOption, index: number) =>
    index < shownAtOnce || active.includes(option.value);
  const first = options.filter(isFirst);
  const rest = options.filter((option, index) => !isFirst(option, index));
  const list = (shown: FacetOption[]) => (
    <ul className={styles.list} aria-label={label}>
      {shown.map((option) => (
        <li key={option.value}>
          <FacetLink page={page} name={name} option={option} isActive={active.includes(option.value)} />
        </li>
      ))}
    </ul>
  );
  return (
    <Disclosure
      className={styles.facet}
      summary={label}
      note={active.length > 0 ? `${active.length} active` : undefined}
      open={open || active.length > 0}
    >
      {list(first)}
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{`${numberWords(rest.length)} more`}</summary>
          {list(rest)}
        </details>
      )}
    </Disclosure>
  );
}

export function FacetLink({
  page,
  name,
  option,
  isActive,
}: {
  page: Narrowed;
  name: FilterName;
  option: FacetOption;
  isActive: boolean;
}) {
  return (
    <Link
      className={styles.option}
      href={hrefToggling(page, name, option.value)}
      aria-current={isActive ? "true" : undefined}
      rel="nofollow"
      prefetch={false}
      scroll={false}
    >
      <span className={styles.box} aria-hidden="true">
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <path
            d="M1.5 5.2 4 7.7l4.5-5.2"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </svg>
      </span>
      <LinkPending />
      {option.mark}
      <span className={styles.label}>{option.label}</span>
      {option.count !== undefined && (
        <span className={styles.count}>
          {numberWords(option.count)}
          <VisuallyHidden>{option.count === 1 ? " incident" : " incidents"}</VisuallyHidden>
        </span>
      )}
    </Link>
  );
}
