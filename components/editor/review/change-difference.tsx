import { ArticleLine } from "@/components/articles/article-line";
import { Tag } from "@/components/ui/tag";
import { differingClaims, differingFields } from "@/lib/incidents/record-diff";
import type { IncidentRecord } from "@/lib/incidents/schema";
import styles from "./review.module.css";

const kindTones = { added: "good", removed: "danger", changed: "caution" } as const;

/** What a change makes of an incident: each field old and new, then the claims that come, go or change. */
export function ChangeDifference({ before, after }: { before: IncidentRecord; after: IncidentRecord }) {
  const fields = differingFields(before, after);
  const claims = differingClaims(before, after);
  return (
    <div className={styles.difference}>
      {fields.length === 0 && claims.length === 0 && <p>Nothing that readers see changes.</p>}
      {fields.length > 0 && (
        <dl className={styles.fields}>
          {fields.map(({ label, before: was, after: is }) => (
            <div key={`${label} ${was} ${is}`} className={styles.field}>
              <dt>{label}</dt>
              <dd className={styles.pair}>
                <del className={styles.old} dir="auto">
                  {was || "nothing"}
                </del>
                <span aria-hidden="true">→</span>
                <ins className={styles.new} dir="auto">
                  {is || "nothing"}
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {claims.length > 0 && (
        <section aria-labelledby="claims-heading">
          <h3 id="claims-heading" className={styles.subheading}>
            Claims
          </h3>
          <ul className={styles.claims}>
            {claims.map(({ kind, claim, label, before: was, after: is }) => (
              <li key={`${kind} ${claim.id}`} className={styles.claim}>
                <p className={styles.facts}>
                  <Tag tone={kindTones[kind]}>{kind}</Tag>
                  <strong>{label}</strong>
                  <span dir="auto">{kind === "changed" ? `${was} → ${is}` : was || is}</span>
                </p>
                <blockquote className={styles.quote} dir="auto">
                  {claim.quote.exact}
                </blockquote>
                <ArticleLine source={claim.article} mark={claim.quote.start} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
