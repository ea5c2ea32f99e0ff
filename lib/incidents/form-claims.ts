import { claimValueSchemas } from "@/lib/claims/schema";
import { type ClaimTarget, emptyPlace, type FormClaim, type IncidentForm, newClaim } from "./form";
import { fieldValue } from "./form-values";
import { writeTypedCount } from "./typed-count";
import { writeTypedDate } from "./typed-date";

/**
 * What accepting a claim changes in a form: the field takes the claim's value, and the claim is accepted.
 * Claims that followed the field keep what it said until now, and so become alternatives.
 */
export function formWithClaimValue(
  form: IncidentForm,
  claim: FormClaim,
  referenceDay: string | null,
): Partial<IncidentForm> {
  const isSibling = (one: FormClaim) =>
    one.key !== claim.key && one.field === claim.field && one.participant === claim.participant;
  const claims = form.claims.map((one) => {
    if (one.key === claim.key) return { ...one, standing: "accepted" as const, reason: null };
    return isSibling(one) && !claim.follows ? frozenClaim(form, one, referenceDay) : one;
  });
  return claim.follows ? { claims } : { ...valueChange(form, claim), claims };
}

/** A claim that states from now on what its field says at the moment. */
function frozenClaim(form: IncidentForm, claim: FormClaim, referenceDay: string | null): FormClaim {
  return claim.follows ? { ...claim, follows: false, value: fieldValue(form, claim, referenceDay) } : claim;
}

/** A claim that followed its field, after the editor said that its words do not say the field's new value. */
export function claimsKeepingValue(form: IncidentForm, key: string, value: unknown): FormClaim[] {
  return form.claims.map((claim) => (claim.key === key ? { ...claim, follows: false, value } : claim));
}

/** The claims after one of them was set aside: as an alternative, or rejected with a reason. */
export function claimsWithStanding(
  form: IncidentForm,
  key: string,
  standing: "alternative" | "rejected",
  reason: string | null,
  referenceDay: string | null,
): FormClaim[] {
  return form.claims.map((claim) =>
    claim.key === key ? { ...frozenClaim(form, claim, referenceDay), standing, reason } : claim,
  );
}

function valueChange(form: IncidentForm, { field, value }: FormClaim): Partial<IncidentForm> {
  switch (field) {
    case "place": {
      const read = claimValueSchemas.place.safeParse(value);
      return read.success ? { place: { ...emptyPlace, ...read.data } } : {};
    }
    case "participant":
      return participantChange(form, value);
    case "occurred": {
      const read = claimValueSchemas.occurred.safeParse(value);
      return read.success ? { occurred: writeTypedDate(read.data, form.timeZone) } : {};
    }
    case "killed":
    case "injured": {
      const read = claimValueSchemas[field].safeParse(value);
      return read.success ? { [field]: writeTypedCount(read.data) } : {};
    }
    default: {
      const read = claimValueSchemas[field].safeParse(value);
      return read.success ? { [field]: read.data } : {};
    }
  }
}

/** The participant that a claim states, added when nobody has this role yet. */
function participantChange(form: IncidentForm, value: unknown): Partial<IncidentForm> {
  const read = claimValueSchemas.participant.safeParse(value);
  if (!read.success) return {};
  const { attributedBy, ...part } = read.data;
  const isThere = form.participants.some(({ actor, role }) => actor === part.actor && role === part.role);
  if (isThere) return {};
  const key = freeKey(form.participants, "p");
  return { participants: [...form.participants, { ...part, key, attributedBy: attributedBy ?? "" }] };
}

/** A key that no line of a list has. */
export function freeKey(lines: readonly { key: string }[], prefix: string): string {
  let number = lines.length;
  while (lines.some(({ key }) => key === `${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/**
 * The claims after words of an article were made the quote of a field: they replace the quotes that the
 * field had from this article, or stand beside them. Claims of other articles stay as they are.
 */
export function claimsWithQuote(
  form: IncidentForm,
  target: ClaimTarget,
  articleId: string,
  quote: FormClaim["quote"],
  how: "replace" | "add",
): FormClaim[] {
  const isOld = (claim: FormClaim) =>
    claim.articleId === articleId &&
    claim.field === target.field &&
    claim.participant === target.participant &&
    (how === "replace" || (claim.quote.start === quote.start && claim.quote.end === quote.end));
  const kept = form.claims.filter((claim) => !isOld(claim));
  return [...kept, newClaim(freeKey(kept, "q"), target, articleId, quote)];
}
