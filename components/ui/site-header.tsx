import Link from "next/link";
import { SearchBox } from "@/components/search/search-box";
import { paths } from "@/lib/paths";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import styles from "./site-header.module.css";

/** The head of every page: where one is, where one can go, and the search box. */
export function SiteHeader({ viewer }: { viewer: { name: string; role: string } | null }) {
  const mayEdit = viewer !== null && viewer.role !== "viewer";
  return (
    <header className={styles.header} data-print="hide">
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <Link className={styles.brand} href={paths.home()}>
        <Logo />
        Sightline
      </Link>
      <nav className={styles.nav} aria-label="Site">
        <NavLink className={styles.link} href={paths.home()}>
          Timeline
        </NavLink>
        <NavLink className={styles.link} href={paths.about()}>
          About
        </NavLink>
        <NavLink className={styles.link} href={paths.apiDocs()}>
          API
        </NavLink>
        {mayEdit && (
          <NavLink className={styles.link} href={paths.editor()}>
            Editor
          </NavLink>
        )}
        {viewer === null ? (
          <NavLink className={styles.link} href={paths.signIn()}>
            Sign in
          </NavLink>
        ) : (
          <NavLink className={styles.link} href={paths.account()}>
            {viewer.name}
          </NavLink>
        )}
      </nav>
      <search className={styles.search}>
        <form action={paths.home()}>
          <SearchBox
            className={styles.input}
            aria-label="Search incidents"
            placeholder="Search incidents, actors, places"
          />
        </form>
      </search>
    </header>
  );
}
