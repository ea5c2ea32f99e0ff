"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ArticleView } from "@/lib/articles/schema";
import { dayWordsOf } from "@/lib/dates/day-words";
import type { EditorActions } from "../editor-actions";
import { answerOf } from "./item-commands";
import styles from "./publication-day.module.css";

/** Asks when an article was published where nobody said so; another day has the article read again. */
export function PublicationDay({
  article,
  confirm,
}: {
  article: Pick<ArticleView, "id" | "publishedOn" | "publishedOnFrom">;
  confirm: EditorActions["confirmPublicationDay"];
}) {
  const router = useRouter();
  const shown = article.publishedOn;
  const [day, setDay] = useState(shown ?? "");
  const [problem, setProblem] = useState("");
  const [isSaving, setSaving] = useState(false);
  if (shown !== null && article.publishedOnFrom !== "inferred") return null;

  async function save(event: FormEvent) {
    event.preventDefault();
    setSaving(true);
    const answer = await answerOf(confirm({ articleId: article.id, shown, publishedOn: day }));
    setSaving(false);
    setProblem(answer.ok ? "" : answer.message);
    if (!answer.ok) return;
    // Open proposals were replaced: the page begins again with the new ones.
    if (answer.data.isReadAgain) location.reload();
    else router.refresh();
  }

  return (
    <Notice tone="caution">
      <form className={styles.form} onSubmit={save} aria-label="Publication day">
        <p>
          {shown
            ? `Nobody said when this was published: ${dayWordsOf(shown)} was worked out from the weekdays and dates in it. Confirm the day or correct it; days such as “Tuesday” are counted from it.`
            : "Nobody said when this was published. With its day, days such as “Tuesday” can be told."}
        </p>
        <label className={styles.label}>
          Published on
          <input
            className={styles.day}
            type="date"
            required
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        <Button type="submit" size="small" disabled={isSaving || day === ""}>
          {isSaving ? "Saving…" : shown === null ? "Save day" : day === shown ? "Confirm" : "Correct"}
        </Button>
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </form>
    </Notice>
  );
}
