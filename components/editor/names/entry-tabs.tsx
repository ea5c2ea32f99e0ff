import { NavLink } from "@/components/ui/nav-link";
import { entryKinds, entryWords } from "@/lib/names/entry-kinds";
import { paths } from "@/lib/paths";
import styles from "./entry-list.module.css";

/** The lists of names. */
export function EntryTabs() {
  return (
    <nav className={styles.tabs} aria-label="Names">
      {entryKinds.map((kind) => (
        <NavLink key={kind} className={styles.tab} href={paths.entries(kind)}>
          {entryWords[kind].many}
        </NavLink>
      ))}
    </nav>
  );
}
