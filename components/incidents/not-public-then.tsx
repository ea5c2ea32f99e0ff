import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { dateTimeWordsOf } from "@/lib/dates/day-words";
import { paths } from "@/lib/paths";

/** Stands at a permalink that asks for a day on which the incident was not public. */
export function NotPublicThen({
  publicId,
  asOf,
  isPublicNow,
}: {
  publicId: string;
  asOf: string;
  isPublicNow: boolean;
}) {
  return (
    <main id="content">
      <EmptyState title="Not public at that time">
        <p>
          There was no public incident with the id {publicId} on {dateTimeWordsOf(asOf)}.{" "}
          {isPublicNow && (
            <Link href={paths.incident(publicId)} prefetch={false}>
              See what stands there now
            </Link>
          )}
        </p>
      </EmptyState>
    </main>
  );
}
