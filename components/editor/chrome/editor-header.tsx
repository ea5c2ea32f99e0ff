import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";
import { NavLink } from "@/components/ui/nav-link";
import { paths } from "@/lib/paths";
import type { Role } from "@/lib/taxonomy/terms";
import { PaletteButton } from "../palette/palette-button";
import { NotificationBell } from "../talk/notification-bell";
import styles from "./editor-header.module.css";
import { GoTo } from "./go-to";
import { KeyHelp } from "./key-help";

/** The head of the signed-in area: the desk's places, the list of keys, who is signed in. */
export function EditorHeader({
  viewer,
  duplicates,
  signOut,
}: {
  viewer: { name: string; role: Role } | null;
  /** Pairs of incidents that may be one; null for those who may not merge. */
  duplicates: number | null;
  signOut: () => Promise<void>;
}) {
  const mayEdit = viewer !== null && viewer.role !== "viewer";
  return (
    <header className={styles.header} data-print="hide">
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <Link className={styles.brand} href={paths.home()} aria-label="Sightline, to the timeline">
        <Logo />
        <span className={styles.name}>Sightline</span>
      </Link>
      <nav className={styles.nav} aria-label="Editor">
        {mayEdit && (
          <>
            <NavLink className={styles.link} href={paths.editor()} exact>
              Desk
            </NavLink>
            <NavLink className={styles.link} href={paths.incidentTable()}>
              Incidents
            </NavLink>
            <NavLink className={styles.link} href={paths.newArticle()}>
              Import article
            </NavLink>
            <NavLink className={styles.link} href={paths.review()}>
              Review
            </NavLink>
            <NavLink className={styles.link} href={paths.entries("actors")}>
              Names
            </NavLink>
            {duplicates !== null && (
              <NavLink className={styles.link} href={paths.duplicates()}>
                Duplicates
                {duplicates > 0 && <span className={styles.count}>{duplicates}</span>}
              </NavLink>
            )}
          </>
        )}
        {viewer?.role === "admin" && (
          <NavLink className={styles.link} href={paths.admin()}>
            Admin
          </NavLink>
        )}
      </nav>
      {mayEdit && (
        <>
          <PaletteButton role={viewer.role} signOut={signOut} />
          <GoTo role={viewer.role} />
        </>
      )}
      {mayEdit && <NotificationBell className={styles.link} />}
      {mayEdit && <KeyHelp />}
      {viewer && (
        <div className={styles.who}>
          <NavLink className={styles.link} href={paths.account()} title={`Signed in as ${viewer.role}`}>
            {viewer.name}
          </NavLink>
          <form action={signOut}>
            <Button type="submit" look="quiet" size="small">
              Sign out
            </Button>
          </form>
        </div>
      )}
    </header>
  );
}
