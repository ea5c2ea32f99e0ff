import { EmptyState } from "@/components/ui/empty-state";
import type { ClaimGroup } from "@/lib/incidents/claim-groups";
import { claimFieldLabels, participationWords } from "@/lib/taxonomy/words";
import { ClaimQuote } from "./claim-quote";
import styles from "./record-claims.module.css";

/** All claims of an incident by what they speak about, those that disagree side by side. */
export function RecordClaims({ groups, timeZone }: { groups: readonly ClaimGroup[]; timeZone: string }) {
  if (groups.length === 0) {
    return (
      <EmptyState title="No claims yet">
        <p>No sentence of an article backs this incident so far. Read its values with care.</p>
      </EmptyState>
    );
  }
  return groups.map((group) => (
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
  ));
}

function headingOf({ field, participation }: ClaimGroup): string {
  if (field !== "participant") return claimFieldLabels[field];
  if (!participation) return "Who: claims that were not taken over";
  return `Who: ${participationWords(participation).before} ${participation.actor.name}`;
}
