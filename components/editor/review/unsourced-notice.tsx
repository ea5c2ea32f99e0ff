import { Notice } from "@/components/ui/notice";
import { unsourcedLabels } from "@/lib/incidents/record-diff";
import type { IncidentRecord } from "@/lib/incidents/schema";

/** Names the values that no accepted claim backs. */
export function UnsourcedNotice({ record }: { record: IncidentRecord }) {
  const labels = unsourcedLabels(record);
  return labels.length === 0 ? null : (
    <Notice tone="caution">
      <p>
        <strong>Without a source:</strong> {labels.join("; ")}.
      </p>
    </Notice>
  );
}
