import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "@/components/editor/chrome/desk-page";
import { ReaderNotice } from "@/components/editor/chrome/reader-notice";
import { BulkLine } from "@/components/editor/desk/bulk-line";
import { ChangeLine } from "@/components/editor/desk/change-line";
import { DeskLines } from "@/components/editor/desk/desk-lines";
import { ArticleDeskLine, DeskSection, IncidentLine } from "@/components/editor/desk/desk-list";
import styles from "@/components/editor/desk/desk-list.module.css";
import { ButtonLink } from "@/components/ui/button-link";
import type { DeskArticle } from "@/lib/articles/queries";
import { hasRole } from "@/lib/auth/principal";
import { type DeskOverview, getDeskOverview } from "@/lib/desk/overview";
import { numberWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import { requireViewer } from "../editor-page";
import { tableActions } from "./desk-actions";
import { compareSoon } from "./duplicates/compare-soon";

export const metadata: Metadata = { title: "Desk" };

export default async function DeskHome() {
  const viewer = await requireViewer(paths.editor());
  if (!hasRole(viewer, "contributor")) {
    return <ReaderNotice />;
  }
  compareSoon();
  const desk = await getDeskOverview(viewer);
  return (
    <DeskPage
      title="Desk"
      actions={
        <ButtonLink look="primary" href={paths.newArticle()}>
          Import article
        </ButtonLink>
      }
    >
      <Waiting desk={desk} mayMerge={hasRole(viewer, "editor")} />
      <DeskLines className={styles.columns}>
        <div className={styles.column}>
          <Drafts desk={desk} />
          <Queue desk={desk} />
          <OpenArticles desk={desk} />
        </div>
        <div className={styles.column}>
          <Searches desk={desk} />
          <Changes desk={desk} />
          <BulkChanges desk={desk} />
          <DeskSection
            id="latest-articles"
            title="Imported last"
            count={desk.latestArticles.length === 0 ? 0 : null}
            empty={<p>No article is stored yet.</p>}
          >
            {desk.latestArticles.map((article) => (
              <ArticleLine key={article.id} article={article} />
            ))}
          </DeskSection>
        </div>
      </DeskLines>
    </DeskPage>
  );
}

type Part = { desk: DeskOverview };

/** What waits, as counts that lead there. */
function Waiting({ desk, mayMerge }: Part & { mayMerge: boolean }) {
  const tiles = [
    { label: "my drafts", count: desk.drafts.total, href: "#drafts" },
    { label: "in review", count: desk.queue.total, href: paths.review() },
    { label: "articles with open proposals", count: desk.openArticles.total, href: "#open-articles" },
    ...(mayMerge ? [{ label: "possible duplicates", count: desk.duplicates, href: paths.duplicates() }] : []),
    { label: "unread notifications", count: desk.unread, href: paths.notifications() },
  ];
  return (
    <nav className={styles.waiting} aria-label="What waits">
      {tiles.map(({ label, count, href }) => (
        <Link
          key={label}
          className={styles.tile}
          href={href}
          data-none={count === 0 ? "" : undefined}
          prefetch={false}
        >
          <span className={styles.tileCount}>{numberWords(count)}</span> {label}
        </Link>
      ))}
    </nav>
  );
}

function Drafts({ desk: { drafts } }: Part) {
  return (
    <DeskSection
      id="drafts"
      title="My drafts"
      count={drafts.total}
      more={
        drafts.total > drafts.lines.length
          ? { href: paths.incidentTable("status=draft"), label: "All drafts" }
          : undefined
      }
      empty={
        <>
          <p>Proposals that you accept stand here until they are submitted or published.</p>
          <ButtonLink href={paths.newArticle()}>Import article</ButtonLink>
        </>
      }
    >
      {drafts.lines.map((incident) => (
        <IncidentLine key={incident.publicId} incident={incident} />
      ))}
    </DeskSection>
  );
}

function Queue({ desk: { queue } }: Part) {
  return (
    <DeskSection
      id="queue"
      title="In review"
      count={queue.total}
      more={queue.total > 0 ? { href: paths.review(), label: "Review" } : undefined}
      empty={<p>Nothing waits for review. Drafts that are submitted stand here, longest waiting first.</p>}
    >
      {queue.lines.map((incident) => (
        <IncidentLine key={incident.publicId} incident={incident} />
      ))}
    </DeskSection>
  );
}

function OpenArticles({ desk: { openArticles } }: Part) {
  const { lines, total } = openArticles;
  return (
    <DeskSection
      id="open-articles"
      title="Articles with open proposals"
      count={total}
      empty={
        <>
          <p>No article waits for decisions. Import the next one as text, file or address.</p>
          <ButtonLink href={paths.newArticle()}>Import article</ButtonLink>
        </>
      }
    >
      {lines.map((article) => (
        <ArticleLine key={article.id} article={article} />
      ))}
      {total > lines.length && (
        <li className={styles.facts}>
          and {numberWords(total - lines.length)} more, which follow as these are decided
        </li>
      )}
    </DeskSection>
  );
}

function Searches({ desk: { searches } }: Part) {
  return (
    <section className={styles.section} aria-labelledby="searches">
      <h2 id="searches" className={styles.heading}>
        Saved searches <span className={styles.count}>{numberWords(searches.length)}</span>
      </h2>
      {searches.length === 0 ? (
        <div className={styles.empty}>
          <p>Filter the table of incidents, then keep the search here under a name.</p>
          <ButtonLink href={paths.incidentTable()}>All incidents</ButtonLink>
        </div>
      ) : (
        <ul className={styles.searches}>
          {searches.map(({ id, name, query }) => (
            <li key={id}>
              <Link className={styles.search} href={paths.incidentTable(query)} prefetch={false} data-line>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Changes({ desk: { changes } }: Part) {
  return (
    <DeskSection
      id="changes"
      title="Recent changes"
      count={changes.length === 0 ? 0 : null}
      more={{ href: paths.incidentTable(), label: "All incidents, changed last first" }}
      empty={<p>No incident was written yet.</p>}
    >
      {changes.map((change) => (
        <ChangeLine key={`${change.publicId}@${change.version}`} change={change} />
      ))}
    </DeskSection>
  );
}

function BulkChanges({ desk: { bulk } }: Part) {
  if (bulk.length === 0) return null;
  return (
    <DeskSection id="bulk" title="Bulk changes" count={null} empty={null}>
      {bulk.map((change) => (
        <BulkLine key={change.id} change={change} undoBulk={tableActions.undoBulk} />
      ))}
    </DeskSection>
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
