import { Notice } from "@/components/ui/notice";
import { noProposalsWords } from "@/lib/articles/language-words";
import type { ArticleView, ModelReport } from "@/lib/articles/schema";

/** Why an article has fewer proposals than one might expect, in a line each. */
export function ArticleNotices({
  article,
  model,
}: {
  article: Pick<ArticleView, "language">;
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
      {model?.problem && (
        <Notice tone="caution">
          <p>{model.problem.replace(/\.$/, "")}; the rules' proposals are complete.</p>
        </Notice>
      )}
    </>
  );
}
