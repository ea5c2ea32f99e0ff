import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { dayWordsOf } from "@/lib/dates/day-words";
import type { RevisionSummary } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";

/** Says which version a page shows, and whether it still holds. */
export function VersionBanner({
  publicId,
  version,
  revisions,
  current,
}: {
  publicId: string;
  version: number;
  /** Public versions, newest first. */
  revisions: readonly RevisionSummary[];
  current: { version: number; status: string; retractReason: string | null };
}) {
  if (current.status === "retracted") {
    return (
      <Notice tone="danger">
        <p>
          <strong>This incident was retracted.</strong> This is version {version}, kept for the record.
        </p>
        {current.retractReason && <p dir="auto">{current.retractReason}</p>}
      </Notice>
    );
  }
  const next = revisions.findLast((revision) => revision.version > version);
  const newest = Math.max(current.version, ...revisions.map((revision) => revision.version));
  const link = (
    <Link href={paths.incident(publicId)} prefetch={false}>
      {current.status === "merged" ? "See the incident it was merged into" : "See the version that holds now"}
    </Link>
  );
  return next || current.status !== "published" ? (
    <Notice tone="caution">
      <p>
        This is version {version} of {newest}
        {next && `, superseded on ${dayWordsOf(next.createdAt)}`}. {link}
      </p>
    </Notice>
  ) : (
    <Notice>
      <p>
        This is version {version}, which holds now, at the address that will always show it.{" "}
        <Link href={paths.incident(publicId)} prefetch={false}>
          Go to the permalink
        </Link>
      </p>
    </Notice>
  );
}
