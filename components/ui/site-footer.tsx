import Link from "next/link";
import { paths } from "@/lib/paths";
import type { Scheme } from "@/lib/scheme";
import { SchemeSwitch } from "./scheme-switch";
import styles from "./site-footer.module.css";

export function SiteFooter({ scheme }: { scheme: Scheme }) {
  return (
    <footer className={styles.footer} data-print="hide">
      <p>Sightline. Every value leads to the sentence it came from.</p>
      <nav className={styles.links} aria-label="About this site">
        <Link href={paths.about()} prefetch={false}>
          Method and sources
        </Link>
        <Link href={paths.apiDocs()} prefetch={false}>
          API
        </Link>
      </nav>
      <SchemeSwitch initial={scheme} />
    </footer>
  );
}
