import { Notice } from "@/components/ui/notice";
import type { IncidentRecord } from "@/lib/incidents/schema";
import { unsourcedValues } from "@/lib/incidents/sourcing";
import { inputOfRecord } from "@/lib/incidents/state-input";

/** Says which values no quote backs, and why they stand all the same. */
export function UnsourcedNote({ record }: { record: IncidentRecord }) {
  const missing = unsourcedValues(inputOfRecord(record));
  if (missing.length === 0) return null;
  return (
    <Notice tone="caution">
      <p>No source is quoted for {missing.map(({ label }) => label).join(", ")}.</p>
      {record.unsourcedReason && (
        <p dir="auto">
          The editors say why: <q>{record.unsourcedReason}</q>
        </p>
      )}
    </Notice>
  );
}
