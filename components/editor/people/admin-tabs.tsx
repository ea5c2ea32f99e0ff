import { NavLink } from "@/components/ui/nav-link";
import { paths } from "@/lib/paths";
import styles from "./admin-tabs.module.css";

/** The administrators' pages. */
export function AdminTabs() {
  return (
    <nav className={styles.tabs} aria-label="Administration">
      <NavLink className={styles.tab} href={paths.admin()} exact>
        People
      </NavLink>
      <NavLink className={styles.tab} href={paths.adminKeys()}>
        API keys
      </NavLink>
      <NavLink className={styles.tab} href={paths.adminAudit()}>
        Audit log
      </NavLink>
      <NavLink className={styles.tab} href={paths.adminSettings()}>
        Settings
      </NavLink>
    </nav>
  );
}
