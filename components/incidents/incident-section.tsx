import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { ReadingSection } from "@/components/ui/reading";
import { listRowOf } from "@/lib/incidents/list-row";
import type { IncidentView } from "@/lib/incidents/schema";
import { numberWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import { IncidentList } from "./incident-list";
import styles from "./incident-section.module.css";

/** The newest incidents of an actor, a place or a campaign, and the way to all of them. */
export function IncidentSection({
  incidents,
  total,
  query,
  nothing,
}: {
  incidents: IncidentView[];
  total: number;
  /** The filter that gives all of them on the timeline. */
  query: string;
  /** What to say when there are none. */
  nothing: string;
}) {
  if (total === 0) {
    return (
      <EmptyState title="No incidents yet">
        <p>
          {nothing} <Link href={paths.home()}>Go to the timeline</Link>
        </p>
      </EmptyState>
    );
  }
  return (
    <ReadingSection id="incidents" title={total === 1 ? "1 incident" : `${numberWords(total)} incidents`}>
      <p className={styles.all}>
        <Link href={paths.home(query)} prefetch={false}>
          {total > incidents.length
            ? `See all ${numberWords(total)} on the timeline`
            : "See them on the timeline"}
        </Link>
        {total > incidents.length && `; the latest ${incidents.length} are below.`}
      </p>
      <div className={styles.list}>
        <IncidentList rows={incidents.map(listRowOf)} byMonth />
      </div>
    </ReadingSection>
  );
}
