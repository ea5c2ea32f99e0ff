import type { Metadata } from "next";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { OwnSubmissions } from "@/components/editor/review/own-submissions";
import styles from "@/components/editor/review/review.module.css";
import { ReviewQueue } from "@/components/editor/review/review-queue";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { hasRole } from "@/lib/auth/principal";
import { listOwnChanges } from "@/lib/incidents/proposed-change-queries";
import { listOwnSubmissions, listReviewItems } from "@/lib/incidents/review-queries";
import { paths } from "@/lib/paths";
import { isReviewRequired } from "@/lib/settings/queries";
import { requireViewer } from "../../editor-page";

export const metadata: Metadata = { title: "Review" };

type Props = { searchParams: Promise<{ of?: string | string[] }> };

export default async function ReviewPage({ searchParams }: Props) {
  const viewer = await requireViewer(paths.review());
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  const [items, drafts, changes, isRequired] = await Promise.all([
    listReviewItems(),
    listOwnSubmissions(viewer.id),
    listOwnChanges(viewer.id),
    isReviewRequired(),
  ]);
  const othersOnly = (await searchParams).of === "others";
  const shown = othersOnly ? items.filter(({ byIds }) => !byIds.includes(viewer.id)) : items;
  return (
    <DeskPage title="Review" lead={leadOf(hasRole(viewer, "editor"), isRequired)}>
      <div className={styles.columns}>
        <section className={styles.main} aria-label="Waiting">
          <nav className={styles.tabs} aria-label="Which">
            <ButtonLink
              size="small"
              look={othersOnly ? "quiet" : "plain"}
              aria-current={othersOnly ? undefined : "page"}
              href={paths.review()}
            >
              All {items.length}
            </ButtonLink>
            <ButtonLink
              size="small"
              look={othersOnly ? "plain" : "quiet"}
              aria-current={othersOnly ? "page" : undefined}
              href={paths.review("others")}
            >
              Not mine {items.filter(({ byIds }) => !byIds.includes(viewer.id)).length}
            </ButtonLink>
            <span className={styles.hint}>J and K move, Enter opens; there A approves, R returns</span>
          </nav>
          {shown.length === 0 ? (
            <EmptyState title="Nothing waits for review">
              <p>Submitted drafts and proposed changes of published incidents stand here.</p>
            </EmptyState>
          ) : (
            <ReviewQueue items={shown} viewerId={viewer.id} />
          )}
        </section>
        <div className={styles.side}>
          <OwnSubmissions drafts={drafts} changes={changes} />
        </div>
      </div>
    </DeskPage>
  );
}

function leadOf(isEditor: boolean, isRequired: boolean): string {
  const order = "What waits, longest first.";
  if (!isEditor) return `${order} Editors publish it or return it with a reason.`;
  return isRequired ? `${order} Nobody approves what they wrote themselves.` : order;
}
