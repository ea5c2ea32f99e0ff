import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { MergePanel } from "@/components/editor/duplicates/merge-panel";
import { IncidentDesk } from "@/components/editor/incident/incident-desk";
import { TalkProvider } from "@/components/editor/talk/talk-context";
import { draftKeyOf, itemOfProposal, itemOfRecord, withDraft } from "@/components/editor/workbench/item";
import { hasRole } from "@/lib/auth/principal";
import { listCampaigns } from "@/lib/campaigns/queries";
import { listComments, listDeskPeople } from "@/lib/comments/queries";
import { listFormDrafts } from "@/lib/drafts/queries";
import { listMergesInto } from "@/lib/incidents/merge-queries";
import { getIncidentForEditor } from "@/lib/incidents/permalink-queries";
import { getReviewStanding } from "@/lib/incidents/review-queries";
import { paths } from "@/lib/paths";
import { requireViewer } from "../../../editor-page";
import { duplicateActions } from "../../duplicates/duplicate-actions";
import { editorActions } from "../../editor-actions";
import { talkActions } from "../../talk";

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
  const [standing, campaigns, merges, comments, people] = await Promise.all([
    getReviewStanding({ ...viewer, via: "session" }, publicId),
    listCampaigns(),
    listMergesInto(publicId),
    listComments(publicId),
    listDeskPeople(),
  ]);
  if (!standing) {
    notFound();
  }
  const { open, proposed, decided, proposes } = standing;
  const stored =
    open && proposed ? itemOfProposal(found.record, proposed, open) : itemOfRecord(found.record, null);
  const drafts = await listFormDrafts(viewer.id, [draftKeyOf(stored)]);
  const mayPublish = hasRole(viewer, "editor");
  const { status } = found.record.incident;
  const isOwnDraft = status === "draft" && found.createdById === viewer.id;
  return (
    <TalkProvider
      publicId={publicId}
      comments={comments}
      people={people}
      viewerId={viewer.id}
      actions={talkActions}
    >
      <IncidentDesk
        key={publicId}
        item={withDraft(stored, drafts)}
        revisions={found.revisions}
        retractReason={found.retractReason}
        mergedInto={found.mergedInto}
        open={open}
        decided={decided}
        merging={
          mayPublish && (
            <MergePanel
              publicId={publicId}
              status={status}
              merges={merges}
              unmerge={duplicateActions.unmerge}
            />
          )
        }
        campaigns={campaigns.map(({ slug, name }) => ({ slug, name }))}
        viewer={{
          id: viewer.id,
          mayPublish,
          mayEdit: proposes ? standing.mayPropose : mayPublish || isOwnDraft,
          publishes: standing.refusal === null,
          proposes,
        }}
        actions={editorActions}
      />
    </TalkProvider>
  );
}
