import Link from "next/link";
import type { SourceView } from "@/lib/claims/schema";
import { dayWordsOf } from "@/lib/dates/day-words";
import { paths } from "@/lib/paths";
import styles from "./article-line.module.css";

/** An article in a line: title, publisher, day. mark leads to the sentence that begins there. */
export function ArticleLine({ source, mark }: { source: SourceView; mark?: number }) {
  const href = paths.article(source.articleId) + (mark === undefined ? "" : `#q-${mark}`);
  const rest = [source.publisher, source.publishedAt && dayWordsOf(source.publishedAt)].filter(Boolean);
  return (
    <span className={styles.line}>
      <Link href={href} prefetch={false} dir="auto">
        {source.title}
      </Link>
      {rest.length > 0 && <span className={styles.rest}>{rest.join(", ")}</span>}
    </span>
  );
}
