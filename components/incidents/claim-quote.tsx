import { ArticleLine } from "@/components/articles/article-line";
import { Tag } from "@/components/ui/tag";
import type { ClaimView, Quote } from "@/lib/claims/schema";
import type { SentenceGroup } from "@/lib/incidents/claim-groups";
import { claimValueWords } from "@/lib/incidents/claim-words";
import { paths } from "@/lib/paths";
import {
  claimFieldLabels,
  describeCredibility,
  describeReliability,
  standingLabels,
} from "@/lib/taxonomy/words";
import styles from "./claim-quote.module.css";

const tones = { accepted: "good", alternative: "plain", rejected: "danger" } as const;

/** A claim by itself: what it says, its standing, the exact words in their context, and who says so where. */
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
        <Grades grades={[...saidBy(claim), ...reliabilityOf(claim), ...credibilityOf(claim)]} />
        {claim.reason && <span className={styles.reason}>{claim.reason}</span>}
      </figcaption>
    </figure>
  );
}

/** A sentence of an article and every value that it backs. */
export function SentenceQuote({ sentence, timeZone }: { sentence: SentenceGroup; timeZone: string }) {
  const { claims, anchor } = sentence;
  const [first] = claims;
  // What holds for every claim of the sentence is said once, below it.
  const isSame = claims.every((claim) => gradeKey(claim) === gradeKey(first));
  return (
    <figure className={styles.claim} id={anchor}>
      <QuotedWords claim={first} />
      <dl className={styles.values}>
        {claims.map((claim) => (
          <div key={claim.id} className={styles.pair}>
            <dt>{claimFieldLabels[claim.field]}</dt>
            <dd dir="auto">
              {claimValueWords(claim, timeZone)}
              {claim.standing !== "accepted" && (
                <>
                  {" "}
                  <Tag tone={tones[claim.standing]}>{standingLabels[claim.standing]}</Tag>
                </>
              )}
              {!isSame && <Grades grades={[...saidBy(claim), ...credibilityOf(claim)]} />}
            </dd>
          </div>
        ))}
      </dl>
      <figcaption className={styles.source}>
        <ArticleLine source={first.article} mark={first.quote.start} />
        <Grades
          grades={
            isSame
              ? [...saidBy(first), ...reliabilityOf(first), ...credibilityOf(first)]
              : reliabilityOf(first)
          }
        />
      </figcaption>
    </figure>
  );
}

/** The words and the article alone, for where the value stands right above them. */
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
  const { before, after } = contextOf(quote);
  return (
    <blockquote className={styles.quote} cite={paths.article(article.articleId)} dir="auto">
      {before && <span className={styles.context}>{before}</span>}
      <mark>{quote.exact}</mark>
      {after && <span className={styles.context}>{after}</span>}
    </blockquote>
  );
}

/** The words around a quote, whole ones only; prefix and suffix are cut anywhere. */
function contextOf({ prefix, suffix, start }: Quote): { before: string; after: string } {
  const isCut = start > prefix.length;
  return {
    before: isCut ? `…${prefix.replace(/^\S*\s+/, "")}` : prefix,
    after: suffix && `${suffix.replace(/\s+\S*$/, "")}…`,
  };
}

type Grade = readonly [name: string, words: string];

const gradeKey = (claim: ClaimView) => `${claim.assertedBy} ${claim.credibility}`;
const gradeOf = (name: string, words: string | null): Grade[] => (words ? [[name, words]] : []);
const saidBy = (claim: ClaimView) => gradeOf("Said by", claim.assertedBy);
const reliabilityOf = (claim: ClaimView) => gradeOf("Source", describeReliability(claim.reliability));
const credibilityOf = (claim: ClaimView) => gradeOf("Claim", describeCredibility(claim.credibility));

function Grades({ grades }: { grades: readonly Grade[] }) {
  if (grades.length === 0) return null;
  return (
    <span className={styles.grades}>
      {grades.map(([name, words]) => (
        <span key={name}>
          {name}: {words}
        </span>
      ))}
    </span>
  );
}
