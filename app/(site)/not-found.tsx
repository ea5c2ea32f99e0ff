import type { Metadata } from "next";
import Link from "next/link";
import { Prose } from "@/components/ui/prose";
import { ReadingHeader, ReadingPage } from "@/components/ui/reading";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <ReadingPage narrow>
      <ReadingHeader kind="404" title="There is nothing at this address" />
      <Prose>
        <p>
          Perhaps it is mistyped: an incident’s id has eight letters and digits. Incidents that were public
          once keep their address, also when they are merged or retracted.
        </p>
        <p>
          <Link href={paths.home()}>Go to the timeline</Link>, or search for words, actors and places in the
          box at the top.
        </p>
      </Prose>
    </ReadingPage>
  );
}
