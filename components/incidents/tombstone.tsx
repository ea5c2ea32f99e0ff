import Link from "next/link";
import { Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { ReadingHeader, ReadingPage } from "@/components/ui/reading";
import { formatInstant } from "@/lib/dates/words";
import { paths } from "@/lib/paths";

/** What stands where a retracted incident stood: that it was here, and why it is not any more. */
export function Tombstone({
  publicId,
  title,
  reason,
  version,
  retractedAt,
}: {
  publicId: string;
  title: string;
  reason: string;
  version: number;
  retractedAt: string;
}) {
  return (
    <ReadingPage narrow>
      <ReadingHeader kind={`Incident ${publicId}`} title="This incident was retracted">
        <Notice tone="danger">
          <strong>{reason || "No reason was recorded."}</strong>
        </Notice>
      </ReadingHeader>
      <Facts>
        <Fact name="It was called">
          <span dir="auto">{title}</span>
        </Fact>
        <Fact name="Retracted">
          <span>
            <time dateTime={retractedAt}>{formatInstant(new Date(retractedAt), "UTC")}</time>, as version{" "}
            {version}
          </span>
        </Fact>
        <Fact name="What now">
          <span>
            Do not cite it any more. The address stays, so that whoever follows an old link finds this reason.{" "}
            <Link href={paths.home()}>Go to the timeline</Link>
          </span>
        </Fact>
      </Facts>
    </ReadingPage>
  );
}
