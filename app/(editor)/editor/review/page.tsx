import type { Metadata } from "next";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { DeskSection, IncidentLine } from "@/components/editor/desk/desk-list";
import { ReviewActions } from "@/components/editor/desk/review-actions";
import { hasRole } from "@/lib/auth/principal";
import { listReviewQueue } from "@/lib/incidents/desk-queries";
import { listRevisions } from "@/lib/incidents/permalink-queries";
import { changedFieldsWords } from "@/lib/incidents/revision-words";
import { paths } from "@/lib/paths";
import { requireViewer } from "../../editor-page";
import { editorActions } from "../editor-actions";
import styles from "./page.module.css";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage() {
  const viewer = await requireViewer(paths.review());
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  const queue = await listReviewQueue();
  const mayPublish = hasRole(viewer, "editor");
  return (
    <DeskPage
      title="Review"
      lead={
        mayPublish
          ? "What was submitted, longest waiting first."
          : "What was submitted, longest waiting first. Editors publish it or send it back."
      }
    >
      <DeskSection
        id="queue"
        title="In review"
        count={queue.length}
        empty={<p>Nothing waits for review. Submitted drafts stand here.</p>}
      >
        {queue.map((incident) => (
          <IncidentLine key={incident.publicId} incident={incident}>
            <History publicId={incident.publicId} />
            {mayPublish && (
              <ReviewActions
                publicId={incident.publicId}
                version={incident.version}
                title={incident.title}
                actions={editorActions}
              />
            )}
          </IncidentLine>
        ))}
      </DeskSection>
    </DeskPage>
  );
}

/** What changed since it was public last, or that it is new; and what its author said. */
async function History({ publicId }: { publicId: string }) {
  const revisions = await listRevisions(publicId, { includeUnpublished: true });
  const lastPublic = revisions.findIndex(({ status }) => status === "published");
  const since = lastPublic < 0 ? revisions : revisions.slice(0, lastPublic);
  const fields = [...new Set(since.flatMap(({ changes }) => changes))].filter((field) => field !== "status");
  const submitted = revisions.find(({ action }) => action === "submit");
  return (
    <div className={styles.changes}>
      <p>{lastPublic < 0 ? "New" : `Changed since it was public: ${changedFieldsWords(fields)}`}</p>
      {submitted && (
        <p>
          Submitted by {submitted.userName}
          {submitted.reason && `: “${submitted.reason}”`}
        </p>
      )}
    </div>
  );
}
