import { RecordClaims } from "@/components/incidents/record-claims";
import { RecordFacts } from "@/components/incidents/record-facts";
import { UnsourcedNote } from "@/components/incidents/unsourced-note";
import { groupClaims } from "@/lib/incidents/claim-groups";
import type { IncidentRecord } from "@/lib/incidents/schema";
import styles from "./review.module.css";

/** A draft as its page will show it: every value with its sentences. */
export function RecordPreview({ record }: { record: IncidentRecord }) {
  const groups = groupClaims(record);
  return (
    <div className={styles.preview}>
      {record.incident.summary && <p dir="auto">{record.incident.summary}</p>}
      <RecordFacts incident={record.incident} groups={groups} />
      <UnsourcedNote record={record} />
      <RecordClaims groups={groups} claims={record.claims} timeZone={record.incident.timeZone} />
    </div>
  );
}
