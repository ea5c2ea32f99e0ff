import { EmptyState } from "@/components/ui/empty-state";
import { ReadingSection } from "@/components/ui/reading";
import type { ClaimView } from "@/lib/claims/schema";
import { type ClaimGroup, groupSentences, isContested } from "@/lib/incidents/claim-groups";
import { claimFieldLabels, participationWords } from "@/lib/taxonomy/words";
import { ClaimQuote, SentenceQuote } from "./claim-quote";
import styles from "./record-claims.module.css";

/** Where sources disagree, claim beside claim; then every sentence with all that it backs. */
export function RecordClaims({
  groups,
  claims,
  timeZone,
}: {
  groups: readonly ClaimGroup[];
  claims: readonly ClaimView[];
  timeZone: string;
}) {
  const contested = groups.filter(isContested);
  return (
    <>
      {contested.length > 0 && (
        <ReadingSection
          id="disagreements"
          title="Where sources disagree"
          note="The accepted claim stands first, with the reason for each choice."
        >
          {contested.map((group) => (
            <section key={group.anchor} className={styles.group} aria-labelledby={group.anchor}>
              <h3 className={styles.heading} id={group.anchor}>
                {headingOf(group)}
              </h3>
              <div className={styles.claims}>
                {group.claims.map((claim) => (
                  <ClaimQuote key={claim.id} claim={claim} timeZone={timeZone} />
                ))}
              </div>
            </section>
          ))}
        </ReadingSection>
      )}
      <ReadingSection
        id="claims"
        title="Claims and their sentences"
        note="Each sentence that backs this record, word for word, and the values that it backs."
      >
        {claims.length === 0 ? (
          <EmptyState title="No claims yet">
            <p>No sentence of an article backs this incident so far. Read its values with care.</p>
          </EmptyState>
        ) : (
          <div className={styles.sentences}>
            {groupSentences(claims).map((sentence) => (
              <SentenceQuote key={sentence.anchor} sentence={sentence} timeZone={timeZone} />
            ))}
          </div>
        )}
      </ReadingSection>
    </>
  );
}

function headingOf({ field, participation }: ClaimGroup): string {
  if (field !== "participant") return claimFieldLabels[field];
  if (!participation) return "Who: claims that were not taken over";
  return `Who: ${participationWords(participation).before} ${participation.actor.name}`;
}
