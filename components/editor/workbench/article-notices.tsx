import { Notice } from "@/components/ui/notice";
import { noProposalsWords } from "@/lib/articles/language-words";
import { type ArticleView, type ModelReport, maxProposedLength } from "@/lib/articles/schema";
import { numberWords } from "@/lib/incidents/words";

/** Why an article has fewer proposals than one might expect, in a line each. */
export function ArticleNotices({
  article,
  model,
}: {
  article: Pick<ArticleView, "language" | "text">;
  model: ModelReport | null;
}) {
  const language = noProposalsWords(article.language);
  return (
    <>
      {language && (
        <Notice>
          <p>{language}</p>
        </Notice>
      )}
      {!language && article.text.length > maxProposedLength && (
        <Notice>
          <p>
            Sightline proposes from the first {numberWords(maxProposedLength)} characters; mark what follows
            by hand.
          </p>
        </Notice>
      )}
      {model?.problem && (
        <Notice tone="caution">
          <p>{model.problem.replace(/\.$/, "")}; the rules' proposals are complete.</p>
        </Notice>
      )}
    </>
  );
}
