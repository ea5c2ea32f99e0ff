import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { noProposalsWords } from "@/lib/articles/language-words";
import { type ArticleView, type ModelReport, maxProposedLength } from "@/lib/articles/schema";
import type { QuoteLeftBehind } from "@/lib/claims/schema";
import { numberWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import { claimFieldLabels } from "@/lib/taxonomy/words";

/** Why an article has fewer proposals than one might expect, in a line each. */
export function ArticleNotices({
  article,
  model,
  leftBehind,
}: {
  article: Pick<ArticleView, "language" | "text" | "replacedBy">;
  model: ModelReport | null;
  leftBehind: readonly QuoteLeftBehind[];
}) {
  const language = noProposalsWords(article.language);
  return (
    <>
      {article.replacedBy && (
        <Notice tone="caution">
          <p>
            A newer text of this report is stored.{" "}
            <Link href={paths.workbench(article.replacedBy)}>Work on that one</Link>
          </p>
        </Notice>
      )}
      {leftBehind.length > 0 && <LeftBehind quotes={leftBehind} />}
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

/** Quotes that the newer text does not hold: somebody has to say what backs those values now. */
function LeftBehind({ quotes }: { quotes: readonly QuoteLeftBehind[] }) {
  return (
    <Notice tone="caution">
      <p>
        This text took the place of an earlier one.{" "}
        {quotes.length === 1 ? "One quote" : `${quotes.length} quotes`} of that does not stand here and stays
        with the earlier text:
      </p>
      <ul>
        {quotes.slice(0, 20).map((quote) => (
          <li key={`${quote.publicId} ${quote.field} ${quote.exact}`}>
            <Link href={paths.editIncident(quote.publicId)}>{quote.title}</Link>,{" "}
            {claimFieldLabels[quote.field]}: <q dir="auto">{quote.exact}</q>
          </li>
        ))}
      </ul>
      {quotes.length > 20 && <p>and {quotes.length - 20} more.</p>}
    </Notice>
  );
}
