import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { Compare } from "@/components/editor/duplicates/compare";
import { percentWords } from "@/components/editor/duplicates/merge-words";
import { ButtonLink } from "@/components/ui/button-link";
import { hasRole } from "@/lib/auth/principal";
import { readIncidentAddress } from "@/lib/incidents/address";
import { getDuplicate } from "@/lib/incidents/duplicate-queries";
import { getIncidentForEditor } from "@/lib/incidents/permalink-queries";
import { paths } from "@/lib/paths";
import { requireViewer } from "../../../editor-page";
import { duplicateActions } from "../duplicate-actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Compare two incidents" };

/** An id however its address spells it; null for what cannot be one. */
function publicIdOf(given: string | string[] | undefined): string | null {
  const address = typeof given === "string" ? readIncidentAddress(given) : null;
  return address?.version === null ? address.publicId : null;
}

export default async function ComparePage({ searchParams }: Props) {
  const { a: first, b: second } = await searchParams;
  const [a, b] = [publicIdOf(first), publicIdOf(second)];
  if (a === null || b === null || a === b) notFound();
  const viewer = await requireViewer(paths.compareIncidents(a, b));
  if (!hasRole(viewer, "editor")) redirect(paths.duplicates());
  const [one, two, likeness] = await Promise.all([
    getIncidentForEditor(a),
    getIncidentForEditor(b),
    getDuplicate(a, b),
  ]);
  if (!one || !two) notFound();
  const closed = [one, two].find(({ record }) => ["merged", "retracted"].includes(record.incident.status));
  return (
    <DeskPage
      title="Are these one incident?"
      lead={likeness && `${percentWords(likeness.score)} alike: ${likeness.reasons.join(", ")}.`}
      actions={<ButtonLink href={paths.duplicates()}>All possible duplicates</ButtonLink>}
    >
      {closed ? (
        <div>
          <p>
            {closed.record.incident.title} ({closed.record.incident.publicId}) is{" "}
            {closed.mergedInto ? `merged into ${closed.mergedInto}` : closed.record.incident.status}, so that
            there is nothing to merge.
          </p>
          <ButtonLink href={paths.editIncident(closed.record.incident.publicId)}>Open it</ButtonLink>
        </div>
      ) : (
        <Compare key={`${a} ${b}`} records={{ a: one.record, b: two.record }} actions={duplicateActions} />
      )}
    </DeskPage>
  );
}
