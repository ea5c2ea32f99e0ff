"use client";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { sameClaimValue } from "@/lib/incidents/claim-values";
import { claimValueWords } from "@/lib/incidents/claim-words";
import { type ClaimTarget, claimsOf, type FormClaim } from "@/lib/incidents/form";
import { claimsKeepingValue } from "@/lib/incidents/form-claims";
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

/**
 * What a claim said before its field was changed, when it is to back the new value without anybody having said
 * that it does; null otherwise. Wording is the editor's own.
 */
function useDoubt(claim: FormClaim, now: unknown): unknown {
  const { start, referenceDay } = useIncidentForm();
  const isWording = claim.field === "title" || claim.field === "summary";
  const wasThere = start?.claims.some(({ key, follows }) => key === claim.key && follows) ?? false;
  if (!start || !claim.follows || claim.isConfirmed || isWording || !wasThere) return null;
  const said = fieldValue(start, claim, referenceDay);
  return said === null || now === null || sameClaimValue(claim.field, said, now) ? null : said;
}

/** A quote does not change with the value that it was quoted for: somebody has to say what it backs. */
function NewValueQuestion({ claim, said, now }: { claim: FormClaim; said: unknown; now: unknown }) {
  const { form, edit } = useIncidentForm();
  const words = claimValueWords({ field: claim.field, value: now }, form.timeZone);
  const confirm = () =>
    edit({
      claims: form.claims.map((one) => (one.key === claim.key ? { ...one, isConfirmed: true } : one)),
    });
  return (
    <div className={styles.question} role="status">
      <span>Do these words say {words}?</span>
      <Button size="small" onClick={confirm}>
        Yes
      </Button>
      <Button size="small" onClick={() => edit({ claims: claimsKeepingValue(form, claim.key, said) })}>
        No, {claimValueWords({ field: claim.field, value: said }, form.timeZone)}
      </Button>
    </div>
  );
}

function ClaimLine({ claim }: { claim: FormClaim }) {
  const { form, edit, articleId, sources, showClaim, referenceDay } = useIncidentForm();
  const isHere = claim.articleId === articleId;
  const source = sources.get(claim.articleId);
  const now = fieldValue(form, claim, referenceDay);
  const doubt = useDoubt(claim, now);
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
      {doubt !== null && <NewValueQuestion claim={claim} said={doubt} now={now} />}
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
