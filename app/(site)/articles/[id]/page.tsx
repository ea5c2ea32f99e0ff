import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ArticleIncidents } from "@/components/articles/article-incidents";
import { ArticleText } from "@/components/articles/article-text";
import { Notice } from "@/components/ui/notice";
import { Columns, ReadingHeader, ReadingPage, ReadingSection } from "@/components/ui/reading";
import { readsWholeText } from "@/lib/articles/excerpt";
import { getArticle, listArticleMarks } from "@/lib/articles/queries";
import type { ArticleView } from "@/lib/articles/schema";
import { hasRole } from "@/lib/auth/principal";
import { getViewer } from "@/lib/auth/session";
import { dayWordsOf } from "@/lib/dates/day-words";
import { listIncidentSummaries } from "@/lib/incidents/queries";
import { paths } from "@/lib/paths";
import { describeReliability } from "@/lib/taxonomy/words";
import styles from "./page.module.css";

type Params = Promise<{ id: string }>;

const loadArticle = cache((id: string) => getArticle(id));

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const article = await loadArticle((await params).id);
  // The text belongs to its publisher, who wants to be found for it.
  return { title: article?.title, robots: { index: false } };
}

export default async function ArticlePage({ params }: { params: Params }) {
  const article = await loadArticle((await params).id);
  if (!article) notFound();
  const [viewer, marks] = await Promise.all([getViewer(), listArticleMarks(article.id)]);
  const incidents = await listIncidentSummaries([...new Set(marks.map((mark) => mark.publicId))]);
  const numbers = new Map(incidents.map((incident, index) => [incident.publicId, index + 1]));
  const whole = readsWholeText(article, viewer !== null);
  return (
    <ReadingPage>
      <Columns
        main={
          <>
            <ReadingHeader kind={<Kind article={article} />} title={article.title}>
              <Origin article={article} mayImport={viewer !== null && hasRole(viewer, "contributor")} />
              <Note article={article} whole={whole} />
            </ReadingHeader>
            <ArticleText
              articleId={article.id}
              text={article.text}
              direction={article.direction}
              marks={marks}
              numbers={numbers}
              whole={whole}
            />
          </>
        }
        side={
          <ReadingSection id="incidents" title="Incidents it backs" compact>
            {incidents.length === 0 ? (
              <p className={styles.soft}>No published incident rests on this article.</p>
            ) : (
              <ArticleIncidents incidents={incidents} numbers={numbers} />
            )}
          </ReadingSection>
        }
      />
    </ReadingPage>
  );
}

function Kind({ article: { publisher } }: { article: ArticleView }) {
  const reliability = describeReliability(publisher?.reliability ?? null);
  return (
    <>
      Article{publisher && ` of ${publisher.name}`}
      {reliability && <span className={styles.soft}>reliability {reliability}</span>}
    </>
  );
}

function Origin({ article, mayImport }: { article: ArticleView; mayImport: boolean }) {
  const published = article.publishedAt ?? article.publishedOn;
  return (
    <p className={styles.soft}>
      {article.byline && `By ${article.byline}. `}
      {published && `Published ${dayWordsOf(published, article.timeZone ?? "UTC")}. `}
      Stored {dayWordsOf(article.retrievedAt)}.{" "}
      {article.url && (
        <a href={article.url} rel="noopener nofollow">
          Read the original
        </a>
      )}{" "}
      {mayImport && (
        <Link href={paths.workbench(article.id)} prefetch={false}>
          Open in the workbench
        </Link>
      )}
    </p>
  );
}

function Note({ article, whole }: { article: ArticleView; whole: boolean }) {
  if (article.replacedBy) {
    return (
      <Notice tone="caution">
        <p>
          The publisher changed this report. This is an earlier text, kept for the quotes that stand only
          here.{" "}
          <Link href={paths.article(article.replacedBy)} prefetch={false}>
            See the newer text
          </Link>
        </p>
      </Notice>
    );
  }
  if (article.demo) {
    return (
      <Notice tone="caution">
        <p>
          This is a demo article: Sightline wrote it from the public record so that this demo has sentences to
          show. No newspaper printed it.
        </p>
      </Notice>
    );
  }
  if (whole) return null;
  return (
    <Notice>
      <p>
        The text belongs to its publisher. Only the paragraphs that are quoted are shown here
        {article.url ? "; the original has the rest." : "."}
      </p>
    </Notice>
  );
}
