"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import type { ArticleView, ModelReport } from "@/lib/articles/schema";
import type { QuoteLeftBehind } from "@/lib/claims/schema";
import { describeOccurred } from "@/lib/dates/words";
import { paths } from "@/lib/paths";
import type { EditorActions } from "../editor-actions";
import { ArticleNotices } from "./article-notices";
import styles from "./article-pane.module.css";
import { answerOf } from "./item-commands";
import { PublicationDay } from "./publication-day";

const sourceOfDay = { given: "", text: " (from the text)", inferred: " (inferred from the text)" } as const;

/** What the article is, and the way to have it read again. */
export function ArticleHeader({
  article,
  model,
  leftBehind,
  wasStored,
  actions,
}: {
  article: ArticleView;
  model: ModelReport | null;
  /** Quotes of an earlier text that do not stand in this one. */
  leftBehind: readonly QuoteLeftBehind[];
  wasStored: boolean;
  actions: Pick<EditorActions, "proposeAgain" | "importArticleAgain" | "confirmPublicationDay">;
}) {
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const [isReading, setReading] = useState(false);
  const [isUnchanged, setIsUnchanged] = useState(false);

  async function readAgain() {
    setReading(true);
    const answer = await answerOf(actions.proposeAgain({ articleId: article.id }));
    setReading(false);
    setProblem(answer.ok ? "" : answer.message);
    // Open proposals were replaced: the page begins again with the new ones.
    if (answer.ok) location.reload();
  }

  async function fetchAgain() {
    setReading(true);
    const answer = await answerOf(actions.importArticleAgain({ articleId: article.id }));
    setReading(false);
    setProblem(answer.ok ? "" : answer.message);
    if (!answer.ok) return;
    setIsUnchanged(answer.data.id === article.id);
    if (answer.data.id !== article.id) router.push(paths.workbench(answer.data.id));
  }

  const day = article.publishedOn && describeOccurred(article.publishedOn, "UTC", { style: "short" });
  return (
    <header className={styles.header}>
      {wasStored && (
        <Notice role="status">
          <p>This article was imported already. Here is the stored one.</p>
        </Notice>
      )}
      <h1 className={styles.title} dir="auto">
        {article.title}
      </h1>
      <div className={styles.facts}>
        {article.publisher && <span>{article.publisher.name}</span>}
        {article.byline && <span dir="auto">{article.byline}</span>}
        <span>
          {day ? `Published ${day}${sourceOfDay[article.publishedOnFrom ?? "given"]}` : "No publication date"}
        </span>
        {article.url && (
          <a href={article.url} target="_blank" rel="noreferrer">
            Original
          </a>
        )}
        {article.demo && <Tag>Demo text</Tag>}
        <Button size="small" look="quiet" disabled={isReading} onClick={readAgain}>
          {isReading ? "Reading…" : "Propose again"}
        </Button>
        {article.url && !article.demo && (
          <Button size="small" look="quiet" disabled={isReading} onClick={fetchAgain}>
            Fetch again
          </Button>
        )}
      </div>
      <PublicationDay key={article.publishedOn} article={article} confirm={actions.confirmPublicationDay} />
      {isUnchanged && (
        <Notice role="status">
          <p>The page says what it said when it was stored.</p>
        </Notice>
      )}
      <ArticleNotices article={article} model={model} leftBehind={leftBehind} />
      {problem && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
    </header>
  );
}
