"use client";

import Link from "next/link";
import { EventMark } from "@/components/ui/event-mark";
import { LinkPending } from "@/components/ui/link-pending";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { numberWords } from "@/lib/incidents/words";
import { type EventGroup, eventGroups } from "@/lib/taxonomy/event-types";
import styles from "./facet.module.css";

export type FacetOption = { value: string; label: string; count?: number };

type OptionsProps = {
  /** Address of the page as it is; each option leads to it with one value more or less. */
  href: string;
  name: string;
  label: string;
  options: readonly FacetOption[];
  active: readonly string[];
};

/** The values of one parameter as links that add them or take them away. */
export function FacetOptions({ label, options, active, ...rest }: OptionsProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {options.map((option) => (
        <li key={option.value}>
          <FacetLink {...rest} option={option} isActive={active.includes(option.value)} />
        </li>
      ))}
    </ul>
  );
}

function toggled(href: string, name: string, value: string): string {
  const [path, query] = href.split("?");
  const params = new URLSearchParams(query);
  if (params.has(name, value)) params.delete(name, value);
  else params.append(name, value);
  return params.size > 0 ? `${path}?${params}` : (path ?? "");
}

type LinkProps = Pick<OptionsProps, "href" | "name"> & {
  option: FacetOption;
  isActive: boolean;
  mark?: EventGroup;
};

export function FacetLink({ href, name, option, isActive, mark }: LinkProps) {
  return (
    <Link
      className={styles.option}
      href={toggled(href, name, option.value)}
      aria-current={isActive ? "true" : undefined}
      rel="nofollow"
      prefetch={false}
      scroll={false}
    >
      <span className={styles.box} aria-hidden="true" />
      <LinkPending />
      {mark && <EventMark group={mark} />}
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

type TypeOption = FacetOption & { group?: string };

/** Event groups with their marks, which makes this the legend as well, and their types below them. */
export function TypeOptions({
  href,
  values,
  active,
}: {
  href: string;
  values: readonly TypeOption[];
  active: readonly string[];
}) {
  return (
    <ul className={styles.list} aria-label="Event type">
      {eventGroups.map((group) => {
        const option = values.find(({ value }) => value === group);
        const types = values.filter((value) => value.group === group);
        if (!option) return null;
        const link = { href, name: "type" };
        return (
          <li key={group} className={styles.group}>
            <FacetLink {...link} option={option} isActive={active.includes(group)} mark={group} />
            {types.length > 0 && (
              <details className={styles.sub} open={types.some(({ value }) => active.includes(value))}>
                <summary title={`Types of ${option.label.toLowerCase()}`}>
                  <VisuallyHidden>Types of {option.label.toLowerCase()}</VisuallyHidden>
                </summary>
                <ul className={styles.types}>
                  {types.map((type) => (
                    <li key={type.value}>
                      <FacetLink {...link} option={type} isActive={active.includes(type.value)} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
