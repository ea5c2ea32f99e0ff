import type { Metadata } from "next";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { ChangeLine } from "@/components/editor/desk/change-line";
import { ArticleDeskLine, DeskSection, IncidentLine } from "@/components/editor/desk/desk-list";
import styles from "@/components/editor/desk/desk-list.module.css";
import { ButtonLink } from "@/components/ui/button";
import { type DeskArticle, listArticlesForDesk } from "@/lib/articles/queries";
import { hasRole } from "@/lib/auth/principal";
import { listDrafts, listRecentChanges, listReviewQueue } from "@/lib/incidents/desk-queries";
import { paths } from "@/lib/paths";
import { requireViewer } from "../editor-page";
import { compareSoon } from "./duplicates/compare-soon";

export const metadata: Metadata = { title: "Desk" };

/** Articles that stand open on the desk at once; the rest unfolds. */
const shownArticles = 12;

export default async function DeskHome() {
  const viewer = await requireViewer(paths.editor());
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  compareSoon();
  const [drafts, queue, articles, changes] = await Promise.all([
    listDrafts(viewer.id),
    listReviewQueue(),
    listArticlesForDesk(100),
    listRecentChanges(15),
  ]);
  const open = articles.filter(({ suggestions }) => suggestions.open > 0);
  const done = articles.filter(({ suggestions }) => suggestions.open === 0).slice(0, 8);
  return (
    <DeskPage
      title="Desk"
      actions={
        <ButtonLink look="primary" href={paths.newArticle()}>
          Import article
        </ButtonLink>
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          <DeskSection
            id="drafts"
            title="My drafts"
            count={drafts.length}
            empty={<p>Proposals that you accept stand here until they are submitted or published.</p>}
          >
            {drafts.map((incident) => (
              <IncidentLine key={incident.publicId} incident={incident} />
            ))}
          </DeskSection>
          <DeskSection
            id="queue"
            title="In review"
            count={queue.length}
            empty={<p>Nothing waits for review.</p>}
          >
            {queue.map((incident) => (
              <IncidentLine key={incident.publicId} incident={incident} />
            ))}
          </DeskSection>
          <DeskSection
            id="open-articles"
            title="Articles with open proposals"
            count={open.length}
            empty={
              <>
                <p>No article waits for decisions. Import the next one as text, file or address.</p>
                <ButtonLink href={paths.newArticle()}>Import article</ButtonLink>
              </>
            }
          >
            {open.slice(0, shownArticles).map((article) => (
              <ArticleLine key={article.id} article={article} />
            ))}
            {open.length > shownArticles && (
              <li>
                <details>
                  <summary className={styles.more}>{open.length - shownArticles} more</summary>
                  <ul>
                    {open.slice(shownArticles).map((article) => (
                      <ArticleLine key={article.id} article={article} />
                    ))}
                  </ul>
                </details>
              </li>
            )}
          </DeskSection>
        </div>
        <div className={styles.column}>
          <DeskSection
            id="changes"
            title="Recent changes"
            count={changes.length}
            empty={<p>No incident was written yet.</p>}
          >
            {changes.map((change) => (
              <ChangeLine key={`${change.publicId}@${change.version}`} change={change} />
            ))}
          </DeskSection>
          <DeskSection
            id="done-articles"
            title="Other articles, latest first"
            count={done.length}
            empty={<p>No other articles are stored.</p>}
          >
            {done.map((article) => (
              <ArticleLine key={article.id} article={article} />
            ))}
          </DeskSection>
        </div>
      </div>
    </DeskPage>
  );
}

function ArticleLine({ article }: { article: DeskArticle }) {
  const { suggestions, incidents } = article;
  return (
    <ArticleDeskLine
      id={article.id}
      title={article.title}
      open={suggestions.open}
      facts={[
        article.publisher,
        article.publishedOn,
        `${incidents} ${incidents === 1 ? "incident" : "incidents"}`,
        suggestions.rejected > 0 ? `${suggestions.rejected} rejected` : null,
      ]}
    />
  );
}
