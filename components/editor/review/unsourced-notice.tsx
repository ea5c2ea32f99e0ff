import { Notice } from "@/components/ui/notice";

/** Names the values that no accepted claim states, and why they stand all the same. */
export function UnsourcedNotice({ labels, reason }: { labels: readonly string[]; reason: string | null }) {
  return labels.length === 0 ? null : (
    <Notice tone="caution">
      <p>
        <strong>Without a source:</strong> {labels.join("; ")}.{" "}
        {reason ? `Why: “${reason}”` : "Approving it asks why."}
      </p>
    </Notice>
  );
}
