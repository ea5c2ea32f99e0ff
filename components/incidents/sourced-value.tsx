import type { ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import { type ClaimGroup, isContested, sentenceAnchor } from "@/lib/incidents/claim-groups";
import { ClaimLine } from "./claim-quote";
import styles from "./sourced-value.module.css";

/** A value and, a click away, the sentences it came from; a value without a claim says so. */
export function SourcedValue({
  claims,
  plain = false,
  children,
}: {
  claims: ClaimGroup | undefined;
  /** The value holds links of its own, so that only the marker opens the sentences. */
  plain?: boolean;
  children: ReactNode;
}) {
  const accepted = claims?.claims.filter((claim) => claim.standing === "accepted") ?? [];
  const marker = markerWords(claims, accepted.length);
  if (!claims || !marker) {
    return (
      <div className={styles.row}>
        <span>{children}</span> <Tag tone="caution">unsourced</Tag>
      </div>
    );
  }
  const shown = accepted.length > 0 ? accepted : claims.claims;
  const [first] = shown;
  return (
    <div className={plain ? styles.row : undefined}>
      {plain && <span>{children}</span>}
      <details className={styles.details}>
        <summary className={styles.summary}>
          {!plain && <span className={styles.value}>{children}</span>}
          <span className={styles.marker}>{marker}</span>
        </summary>
        <div className={styles.sentences}>
          {shown.map((claim) => (
            <ClaimLine key={claim.id} claim={claim} />
          ))}
          <p className={styles.more}>
            {isContested(claims) ? (
              <a href={`#${claims.anchor}`}>Compare the claims side by side</a>
            ) : (
              first && <a href={`#${sentenceAnchor(first)}`}>See all that is said there</a>
            )}
          </p>
        </div>
      </details>
    </div>
  );
}

function markerWords(claims: ClaimGroup | undefined, accepted: number): string | null {
  if (!claims || claims.claims.length === 0) return null;
  const others = claims.claims.filter((claim) => claim.standing === "alternative").length;
  if (accepted === 0) return "no accepted source";
  const sources = `${accepted} ${accepted === 1 ? "source" : "sources"}`;
  return others === 0 ? sources : `${sources}, ${others} ${others === 1 ? "differs" : "differ"}`;
}
