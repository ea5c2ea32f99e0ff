import type { ActionResult } from "@/lib/api/action-result";
import type { MergeInput } from "@/lib/incidents/merge-schema";
import type { IncidentRecord } from "@/lib/incidents/schema";

type Answer<T> = Promise<ActionResult<T>>;
type PublicPair = { a: string; b: string };

/** The server actions about incidents that may be one. */
export type DuplicateActions = {
  merge: (input: MergeInput) => Answer<{ winner: IncidentRecord; loser: IncidentRecord }>;
  unmerge: (input: { publicId: string; reason?: string }) => Answer<{ kept: string[] }>;
  markDistinct: (pair: PublicPair) => Answer<void>;
  unmarkDistinct: (pair: PublicPair) => Answer<void>;
};
