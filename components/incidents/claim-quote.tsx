import type { ReactNode } from "react";
import { ArticleLine } from "@/components/articles/article-line";
import { Tag } from "@/components/ui/tag";
import type { ClaimView } from "@/lib/claims/schema";
import { claimValueWords } from "@/lib/incidents/claim-words";
import { paths } from "@/lib/paths";
import { describeCredibility, describeReliability, standingLabels } from "@/lib/taxonomy/words";
import styles from "./claim-quote.module.css";

const tones = { accepted: "good", alternative: "plain", rejected: "danger" } as const;

/** A claim: what it says, its standing, the exact words in their context, and who says so where. */
export function ClaimQuote({ claim, timeZone }: { claim: ClaimView; timeZone: string }) {
  return (
    <figure className={styles.claim} id={`claim-${claim.id}`}>
      <p className={styles.head}>
        <span className={styles.value} dir="auto">
          {claimValueWords(claim, timeZone)}
        </span>
        <Tag tone={tones[claim.standing]}>{standingLabels[claim.standing]}</Tag>
      </p>
      <QuotedWords claim={claim} />
      <figcaption className={styles.source}>
        <ArticleLine source={claim.article} mark={claim.quote.start} />
        <GradeList claim={claim} />
        {claim.reason && <span className={styles.reason}>{claim.reason}</span>}
      </figcaption>
    </figure>
  );
}

/** The same in two lines, for where the value stands right above it. */
export function ClaimLine({ claim }: { claim: ClaimView }) {
  return (
    <figure className={styles.line}>
      <QuotedWords claim={claim} />
      <figcaption className={styles.source}>
        <ArticleLine source={claim.article} mark={claim.quote.start} />
      </figcaption>
    </figure>
  );
}

function QuotedWords({ claim: { quote, article } }: { claim: ClaimView }) {
  return (
    <blockquote className={styles.quote} cite={paths.article(article.articleId)} dir="auto">
      {quote.prefix && <span className={styles.context}>…{quote.prefix}</span>}
      <mark>{quote.exact}</mark>
      {quote.suffix && <span className={styles.context}>{quote.suffix}…</span>}
    </blockquote>
  );
}

function GradeList({ claim }: { claim: ClaimView }) {
  const reliability = describeReliability(claim.reliability);
  const credibility = describeCredibility(claim.credibility);
  const grades: [name: string, value: ReactNode][] = [
    ...(claim.assertedBy ? [["Said by", claim.assertedBy] as [string, ReactNode]] : []),
    ...(reliability ? [["Source", reliability] as [string, ReactNode]] : []),
    ...(credibility ? [["Claim", credibility] as [string, ReactNode]] : []),
  ];
  if (grades.length === 0) return null;
  return (
    <span className={styles.grades}>
      {grades.map(([name, value]) => (
        <span key={name}>
          {name}: {value}
        </span>
      ))}
    </span>
  );
}
