import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { dateTimeWordsOf } from "@/lib/dates/day-words";
import { hrefWithState, type PageQuery } from "./page-query";

/** Says that the page shows the public record of another day, and leads back to the present. */
export function AsOfNotice({ page, asOf }: { page: PageQuery; asOf: string }) {
  return (
    <Notice tone="caution">
      <p>
        This is the public record as it stood on {dateTimeWordsOf(asOf)}: what was published by then, in the
        words and numbers of that day.{" "}
        <Link href={hrefWithState(page, { asOf: null, cursor: null })} prefetch={false}>
          Show what is known now
        </Link>
      </p>
    </Notice>
  );
}
