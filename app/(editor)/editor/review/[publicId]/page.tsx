import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { ChangeDifference } from "@/components/editor/review/change-difference";
import { RecordPreview } from "@/components/editor/review/record-preview";
import styles from "@/components/editor/review/review.module.css";
import { type ReviewActions, ReviewDesk } from "@/components/editor/review/review-desk";
import { UnsourcedNotice } from "@/components/editor/review/unsourced-notice";
import { CommentThreads } from "@/components/editor/talk/comment-threads";
import { TalkProvider } from "@/components/editor/talk/talk-context";
import { ButtonLink } from "@/components/ui/button-link";
import { hasRole } from "@/lib/auth/principal";
import { listComments, listDeskPeople } from "@/lib/comments/queries";
import { getReviewView } from "@/lib/incidents/review-queries";
import { paths } from "@/lib/paths";
import { requireViewer } from "../../../editor-page";
import { publishIncidentAction, returnIncidentAction } from "../../actions";
import { approveChangeAction, returnChangeAction, takeOverChangeAction } from "../../review-actions";
import { talkActions } from "../../talk";

const reviewActions: ReviewActions = {
  publishIncident: publishIncidentAction,
  returnIncident: returnIncidentAction,
  approveChange: approveChangeAction,
  returnChange: returnChangeAction,
  takeOverChange: takeOverChangeAction,
};

type Props = { params: Promise<{ publicId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Review ${(await params).publicId}` };
}

export default async function ReviewIncidentPage({ params }: Props) {
  const { publicId } = await params;
  const viewer = await requireViewer(paths.reviewIncident(publicId));
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  const view = await getReviewView({ ...viewer, via: "session" }, publicId);
  if (!view) {
    notFound();
  }
  const { record, after, change, item } = view;
  if (!item) {
    return (
      <DeskPage title={record.incident.title} lead="Nothing of this incident waits for review." narrow>
        <p>
          <ButtonLink href={paths.editIncident(publicId)}>Open the incident</ButtonLink>{" "}
          <ButtonLink href={paths.review()}>To the queue</ButtonLink>
        </p>
      </DeskPage>
    );
  }
  const [comments, people] = await Promise.all([listComments(publicId), listDeskPeople()]);
  return (
    <DeskPage
      title={record.incident.title}
      lead={`${change ? "A change proposed" : "A draft submitted"} by ${item.by}${item.reason ? `: “${item.reason}”` : ""}`}
    >
      <TalkProvider
        publicId={publicId}
        comments={comments}
        people={people}
        viewerId={viewer.id}
        actions={talkActions}
      >
        <div className={styles.columns}>
          <div className={styles.main}>
            <ReviewDesk
              key={`${publicId} ${change?.updatedAt} ${record.incident.version}`}
              publicId={publicId}
              version={record.incident.version}
              change={change}
              viewer={{ id: viewer.id, isEditor: hasRole(viewer, "editor") }}
              refusal={view.refusal}
              asksWhy={view.unsourced.length > 0 && view.unsourcedReason === null}
              previous={view.previous}
              next={view.next}
              actions={reviewActions}
            >
              <UnsourcedNotice labels={view.unsourced} reason={view.unsourcedReason} />
              {change ? (
                <ChangeDifference before={record} after={after} />
              ) : (
                <RecordPreview record={record} />
              )}
            </ReviewDesk>
          </div>
          <div className={styles.side}>
            <CommentThreads />
          </div>
        </div>
      </TalkProvider>
    </DeskPage>
  );
}
