import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { database, type Reader } from "@/lib/db/client";
import { roleOfChange } from "./bulk-plan";
import { planAll } from "./bulk-review";
import { type BulkChange, type BulkPreview, type BulkTarget, maxBulk } from "./bulk-schema";
import { readNames, readSubjects } from "./bulk-subjects";
import { partsWords } from "./bulk-words";
import { listMatchingIds } from "./table-queries";
import { decodeTableState } from "./table-state";

const shownLines = 100;
const shownExamples = 5;

async function readTarget(
  reader: Reader,
  target: BulkTarget,
): Promise<{ publicIds: string[]; matching: number }> {
  if ("publicIds" in target) {
    const publicIds = [...new Set(target.publicIds)];
    return { publicIds, matching: publicIds.length };
  }
  const { state } = decodeTableState(new URLSearchParams(target.query));
  const { publicIds, total } = await listMatchingIds(state.filter, maxBulk, reader);
  const except = new Set(target.except);
  return {
    publicIds: publicIds.filter((id) => !except.has(id)),
    matching: Math.max(total - except.size, 0),
  };
}

/**
 * What a change would do to each incident that is meant, without doing it. Contributors and above;
 * publishing, sending back and retracting editors and above.
 */
export async function previewBulk(
  principal: Principal | null,
  { target, change }: { target: BulkTarget; change: BulkChange },
  reader: Reader = database(),
): Promise<BulkPreview> {
  requireRole(principal, roleOfChange(change));
  const names = await readNames(reader, change);
  const { publicIds, matching } = await readTarget(reader, target);
  const subjects = [...(await readSubjects(reader, publicIds, change)).values()];
  const plans = await planAll(reader, principal, subjects, change);
  const preview: BulkPreview = {
    meant: subjects.length,
    matching,
    changes: [],
    lines: [],
    same: 0,
    refused: [],
  };
  for (const { subject, plan } of plans) {
    const { publicId, version, title, status } = subject;
    if (plan.kind === "same") {
      preview.same += 1;
    } else if (plan.kind === "refused") {
      addRefusal(preview, plan.reason, { publicId, title });
    } else {
      preview.changes.push({ publicId, version });
      if (preview.lines.length < shownLines) {
        const words = partsWords(subject, plan.parts, (slug) => names.get(slug) ?? slug);
        preview.lines.push({ publicId, title, status, ...words });
      }
    }
  }
  return preview;
}

function addRefusal(
  { refused }: BulkPreview,
  reason: string,
  example: { publicId: string; title: string },
): void {
  const known = refused.find((one) => one.reason === reason);
  if (!known) {
    refused.push({ reason, count: 1, examples: [example] });
    return;
  }
  known.count += 1;
  if (known.examples.length < shownExamples) known.examples.push(example);
}
