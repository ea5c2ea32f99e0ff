import type { ComponentProps } from "react";
import { NavLink } from "./nav-link";
import styles from "./nav-tabs.module.css";

/** Pages that belong together, as tabs. */
export function NavTabs({
  label,
  pages,
}: {
  label: string;
  pages: readonly ({ label: string } & Pick<ComponentProps<typeof NavLink>, "href" | "exact">)[];
}) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {pages.map(({ label: words, ...page }) => (
        <NavLink key={words} className={styles.tab} {...page}>
          {words}
        </NavLink>
      ))}
    </nav>
  );
}
