"use client";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { sameClaimValue } from "@/lib/incidents/claim-values";
import { claimValueWords } from "@/lib/incidents/claim-words";
import { type ClaimTarget, claimsOf, type FormClaim } from "@/lib/incidents/form";
import { fieldValue } from "@/lib/incidents/form-values";
import styles from "./claim-lines.module.css";
import { ClaimStandingMenu } from "./claim-standing";
import { useIncidentForm } from "./form-context";

/** The words behind a field, one line for each claim. */
export function ClaimLines({ target }: { target: ClaimTarget }) {
  const { form } = useIncidentForm();
  const claims = claimsOf(form, target);
  if (claims.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {claims.map((claim) => (
        <ClaimLine key={claim.key} claim={claim} />
      ))}
    </ul>
  );
}

function ClaimLine({ claim }: { claim: FormClaim }) {
  const { form, edit, articleId, sources, showClaim, referenceDay } = useIncidentForm();
  const isHere = claim.articleId === articleId;
  const source = sources.get(claim.articleId);
  const now = fieldValue(form, claim, referenceDay);
  const statesOther = !claim.follows && !sameClaimValue(claim.field, claim.value, now);
  const remove = () => edit({ claims: form.claims.filter(({ key }) => key !== claim.key) });
  const follow = () =>
    edit({
      claims: form.claims.map((one) =>
        one.key === claim.key ? { ...one, follows: true, standing: "accepted" as const, reason: null } : one,
      ),
    });
  return (
    <li className={classNames(styles.line, claim.standing === "rejected" && styles.rejected)}>
      <div className={styles.words}>
        {isHere && showClaim ? (
          <button
            type="button"
            className={styles.quote}
            title={claim.quote.exact}
            dir="auto"
            onClick={() => showClaim(claim.key)}
          >
            “{claim.quote.exact}”
          </button>
        ) : (
          <q className={styles.plain} dir="auto" title={claim.quote.exact}>
            {claim.quote.exact}
          </q>
        )}
        {!isHere && <span className={styles.source}>{source?.publisher ?? source?.title}</span>}
        {statesOther && (
          <span className={styles.other}>
            says {claimValueWords(claim, form.timeZone)}
            {claim.standing === "accepted" && "; kept as an alternative"}
          </span>
        )}
      </div>
      <div className={styles.acts}>
        {statesOther && claim.standing === "accepted" && (isHere || articleId === null) && (
          <Button look="quiet" size="small" className={styles.act} onClick={follow}>
            Says the new value
          </Button>
        )}
        {(!isHere || claim.standing !== "accepted") && (
          <ClaimStandingMenu claim={claim} statesOther={statesOther} />
        )}
        {isHere && (
          <button type="button" className={styles.remove} title="Remove quote" onClick={remove}>
            <span aria-hidden="true">×</span>
            <VisuallyHidden>Remove quote “{claim.quote.exact.slice(0, 40)}”</VisuallyHidden>
          </button>
        )}
      </div>
    </li>
  );
}
