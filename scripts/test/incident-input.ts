import type { z } from "zod";
import type { ClaimInput } from "@/lib/claims/schema";
import { type IncidentInput, incidentInputSchema } from "@/lib/incidents/schema";

/** What an editor gives for an incident, as the schema completes it. */
export const incidentInput = (changes: Partial<z.input<typeof incidentInputSchema>> = {}): IncidentInput =>
  incidentInputSchema.parse({
    title: "Rockets hit an airbase",
    eventType: "shelling-artillery-missile-attack",
    occurred: "2021-07-05",
    unsourcedReason: "Made for a test",
    ...changes,
  });

/** A claim with these words of an article as its quote. */
export function claimInput(
  article: { id: string; text: string },
  exact: string,
  claim: Pick<ClaimInput, "field" | "value"> & Partial<ClaimInput>,
): ClaimInput {
  const start = article.text.indexOf(exact);
  return {
    articleId: article.id,
    quote: { exact, start, end: start + exact.length },
    assertedBy: null,
    credibility: null,
    standing: "accepted",
    reason: null,
    ...claim,
  };
}
