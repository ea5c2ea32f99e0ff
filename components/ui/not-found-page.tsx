import Link from "next/link";
import { paths } from "@/lib/paths";
import { Prose } from "./prose";
import { ReadingHeader, ReadingPage } from "./reading";

/** What a wrong address shows, with a way on. */
export function NotFoundPage() {
  return (
    <ReadingPage narrow>
      <ReadingHeader kind="404" title="There is nothing at this address" />
      <Prose>
        <p>
          Perhaps it is mistyped: an incident’s id has eight letters and digits. Incidents that were public
          once keep their address, also when they are merged or retracted.
        </p>
        <p>
          <Link href={paths.home()}>Go to the timeline</Link>, where you can search for words, actors and
          places.
        </p>
      </Prose>
    </ReadingPage>
  );
}
