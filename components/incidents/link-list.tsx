import Link from "next/link";
import { describeOccurred } from "@/lib/dates/words";
import type { LinkView } from "@/lib/links/schema";
import { paths } from "@/lib/paths";
import { confidenceLabels, linkLabels } from "@/lib/taxonomy/labels";
import styles from "./link-list.module.css";

/** Links of an incident: how the other one stands to it, how sure that is, and the sentence that says so. */
export function LinkList({ links }: { links: readonly LinkView[] }) {
  return (
    <ul className={styles.list}>
      {links.map((link) => (
        <li key={link.id} className={styles.item}>
          <p className={styles.type}>
            {linkLabels[link.type][link.direction]}
            <span className={styles.confidence}>{confidenceLabels[link.confidence]}</span>
          </p>
          <p>
            <Link
              className={styles.title}
              href={paths.incident(link.publicId, link.title)}
              prefetch={false}
              dir="auto"
            >
              {link.title}
            </Link>{" "}
            <span className={styles.date}>{describeOccurred(link.occurred, "UTC", { style: "short" })}</span>
          </p>
          {link.note && (
            <p className={styles.note} dir="auto">
              {link.note}
            </p>
          )}
          {link.quote && (
            <blockquote className={styles.quote} dir="auto">
              <mark>{link.quote}</mark>
              {link.articleId && (
                <>
                  {" "}
                  <Link className={styles.source} href={paths.article(link.articleId)} prefetch={false}>
                    Read the article
                  </Link>
                </>
              )}
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}
