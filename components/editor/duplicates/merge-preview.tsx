import { Tag } from "@/components/ui/tag";
import { planClaims, saysTheSame } from "@/lib/incidents/merge-rules";
import { mergeParts } from "@/lib/incidents/merge-schema";
import type { IncidentRecord, IncidentView } from "@/lib/incidents/schema";
import styles from "./compare.module.css";
import { mergePartLabels, mergePartWords } from "./merge-words";

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What the incident that stays will say, with what is new in it marked. */
export function MergePreview({
  result,
  winner,
  loser,
}: {
  result: IncidentView;
  winner: IncidentRecord;
  loser: IncidentRecord;
}) {
  const plan = planClaims(winner, loser, result);
  const articles = new Set(
    [...winner.incident.sources, ...loser.incident.sources].map(({ articleId }) => articleId),
  );
  const quotes = winner.claims.length + plan.moves.length;
  const twins = plan.twins.length;
  return (
    <section className={styles.preview} aria-labelledby="merge-preview">
      <h2 id="merge-preview" className={styles.previewTitle}>
        Result
      </h2>
      <dl className={styles.result}>
        {mergeParts.map((part) => (
          <div key={part} className={styles.resultLine}>
            <dt>{mergePartLabels[part]}</dt>
            <dd>
              {mergePartWords(result, part).map((line) => (
                <span key={line} className={styles.line} dir="auto">
                  {line}
                </span>
              ))}
              {!saysTheSame(result, winner.incident, part) && (
                <Tag tone="caution">new in {winner.incident.publicId}</Tag>
              )}
            </dd>
          </div>
        ))}
        <div className={styles.resultLine}>
          <dt>Quotes</dt>
          <dd>
            {counted(quotes, "quote")} of {counted(articles.size, "article")}
            {twins > 0 && `; ${twins} that both have ${twins === 1 ? "stands" : "stand"} once`}
          </dd>
        </div>
      </dl>
    </section>
  );
}
