import type { ActorInput } from "@/lib/actors/schema";
import type { ActionResult } from "@/lib/api/action-result";
import type { ClaimInput } from "@/lib/claims/schema";
import type { ProposalInput, ProposedChange } from "@/lib/incidents/proposed-change-schema";
import type { IncidentInput, IncidentPatch, IncidentRecord } from "@/lib/incidents/schema";
import type { LinkInput } from "@/lib/links/schema";
import type { PlaceInput } from "@/lib/places/schema";
import type { TableActions } from "./table/table-actions";

type Answer<T> = Promise<ActionResult<T>>;
type Step = { publicId: string; version: number; reason?: string };
type NamedEntry = { slug: string; name: string };

/** The server actions of the desk, as its pages hand them to the components. */
export type EditorActions = {
  proposeAgain: (input: { articleId: string; publishedOn?: string }) => Answer<void>;
  confirmPublicationDay: (input: {
    articleId: string;
    /** The day that the form showed before. */
    shown: string | null;
    publishedOn: string;
  }) => Answer<{ isReadAgain: boolean }>;
  importArticleAgain: (input: { articleId: string }) => Answer<{ id: string; created: boolean }>;
  decideSuggestion: (input: { suggestionId: string; decision: "rejected" | "open" }) => Answer<void>;
  acceptSuggestion: (input: { suggestionId: string; input: IncidentInput }) => Answer<IncidentRecord>;
  addSuggestionToIncident: (input: {
    suggestionId: string;
    publicId: string;
    version: number;
    claims: ClaimInput[];
  }) => Answer<IncidentRecord>;
  /** key: a UUID of the form; sent again under it, the same incident is saved. */
  createIncident: (input: { key: string; input: IncidentInput }) => Answer<IncidentRecord>;
  updateIncident: (input: {
    publicId: string;
    version: number;
    patch: IncidentPatch;
  }) => Answer<IncidentRecord>;
  submitIncident: (input: Step) => Answer<IncidentRecord>;
  publishIncident: (input: Step) => Answer<IncidentRecord>;
  returnIncident: (input: Step & { reason: string }) => Answer<IncidentRecord>;
  proposeChange: (input: ProposalInput) => Answer<ProposedChange>;
  proposeRestore: (input: { publicId: string; restored: number; reason: string }) => Answer<ProposedChange>;
  withdrawChange: (input: { id: string }) => Answer<ProposedChange>;
  reopenChange: (input: { id: string }) => Answer<ProposedChange>;
  readIncident: (input: { publicId: string }) => Answer<IncidentRecord>;
  retractIncident: (input: Step & { reason: string }) => Answer<IncidentRecord>;
  /** version is the one that comes back, seen the one that was stored when this was decided. */
  restoreIncident: (input: Step & { reason: string; seen: number }) => Answer<IncidentRecord>;
  createLink: (input: LinkInput) => Answer<{ id: string; from: IncidentRecord; to: IncidentRecord | null }>;
  deleteLink: (input: { id: string; publicId: string }) => Answer<IncidentRecord | null>;
  /** Up to 500 incidents in one transaction; undoBulk takes the whole change back. */
  applyBulk: TableActions["applyBulk"];
  undoBulk: TableActions["undoBulk"];
  createActor: (input: ActorInput) => Answer<NamedEntry>;
  createPlace: (input: PlaceInput) => Answer<NamedEntry & { timeZone: string | null }>;
  saveFormDraft: (input: { key: string; body: Record<string, unknown> }) => Answer<{ savedAt: string }>;
  discardFormDraft: (input: { key: string }) => Answer<void>;
};
