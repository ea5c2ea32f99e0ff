"use client";

import type { FormClaim } from "@/lib/incidents/form";
import { claimsWithStanding, formWithClaimValue } from "@/lib/incidents/form-claims";
import type { ClaimStanding } from "@/lib/taxonomy/terms";
import { standingLabels } from "@/lib/taxonomy/words";
import styles from "./claim-lines.module.css";
import { useIncidentForm } from "./form-context";
import { useReason } from "./use-reason";

/** Accepts a claim, which gives the field its value, keeps it as an alternative, or rejects it with a reason. */
export function ClaimStandingMenu({ claim, statesOther }: { claim: FormClaim; statesOther: boolean }) {
  const { form, edit, referenceDay } = useIncidentForm();
  const { ask, dialog } = useReason({
    title: "Reject this claim",
    note: "It stays on the record with the reason.",
    act: "Reject claim",
  });
  const shown: ClaimStanding = claim.standing === "accepted" && statesOther ? "alternative" : claim.standing;

  async function choose(standing: ClaimStanding) {
    if (standing === "accepted") {
      edit(formWithClaimValue(form, claim, referenceDay));
      return;
    }
    const reason = standing === "rejected" ? await ask() : null;
    if (standing === "rejected" && reason === null) return;
    edit({ claims: claimsWithStanding(form, claim.key, standing, reason, referenceDay) });
  }

  return (
    <>
      <select
        className={styles.select}
        aria-label={`Standing of “${claim.quote.exact.slice(0, 40)}”`}
        title={claim.reason ?? undefined}
        value={shown}
        onChange={(event) => void choose(event.currentTarget.value as ClaimStanding)}
      >
        {(["accepted", "alternative", "rejected"] as const).map((standing) => (
          <option key={standing} value={standing}>
            {standingLabels[standing]}
          </option>
        ))}
      </select>
      {dialog}
    </>
  );
}
