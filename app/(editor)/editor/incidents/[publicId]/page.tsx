import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { IncidentDesk } from "@/components/editor/incident/incident-desk";
import { draftKeyOf, itemOfRecord, withDraft } from "@/components/editor/workbench/item";
import { hasRole } from "@/lib/auth/principal";
import { listCampaigns } from "@/lib/campaigns/queries";
import { listFormDrafts } from "@/lib/drafts/queries";
import { getIncidentForEditor } from "@/lib/incidents/permalink-queries";
import { paths } from "@/lib/paths";
import { requireViewer } from "../../../editor-page";
import { editorActions } from "../../editor-actions";

type Props = { params: Promise<{ publicId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Edit ${(await params).publicId}` };
}

export default async function EditIncidentPage({ params }: Props) {
  const { publicId } = await params;
  const viewer = await requireViewer(paths.editIncident(publicId));
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  const found = await getIncidentForEditor(publicId);
  if (!found) {
    notFound();
  }
  const stored = itemOfRecord(found.record, null);
  const [campaigns, drafts] = await Promise.all([
    listCampaigns(),
    listFormDrafts(viewer.id, [draftKeyOf(stored)]),
  ]);
  const mayPublish = hasRole(viewer, "editor");
  const isOwnDraft = found.record.incident.status === "draft" && found.createdById === viewer.id;
  return (
    <IncidentDesk
      key={publicId}
      item={withDraft(stored, drafts)}
      revisions={found.revisions}
      retractReason={found.retractReason}
      mergedInto={found.mergedInto}
      campaigns={campaigns.map(({ slug, name }) => ({ slug, name }))}
      viewer={{ id: viewer.id, mayPublish, mayEdit: mayPublish || isOwnDraft }}
      actions={editorActions}
    />
  );
}
