import "server-only";
import type { Principal } from "@/lib/auth/principal";
import { claimValueSchemas } from "@/lib/claims/schema";
import { AppError } from "@/lib/errors";
import type { EventType } from "@/lib/taxonomy/event-types";
import type {
  Attribution,
  ClaimField,
  ClaimStanding,
  IncidentStatus,
  Outcome,
  ParticipationRole,
  Role,
} from "@/lib/taxonomy/terms";
import type { BulkChange, BulkKind } from "./bulk-schema";
import { requireEditable } from "./locking";
import { requireTransition } from "./model";
import type { IncidentInput } from "./schema";
import { requireSources, unsourcedValues } from "./sourcing";

type BulkParticipation = {
  actor: string;
  role: ParticipationRole;
  attribution: Attribution;
  attributedBy: string | null;
};

/** As much of an incident as a bulk change looks at; claims only where claimsOfChange asks for them. */
export type BulkSubject = {
  id: string;
  publicId: string;
  version: number;
  title: string;
  status: IncidentStatus;
  createdById: string | null;
  publishedAt: Date | null;
  retractReason: string | null;
  eventType: EventType;
  outcome: Outcome;
  campaigns: string[];
  participations: BulkParticipation[];
  unsourcedReason: string | null;
  /** What has to be backed by claims, beside the participations. */
  reported: Pick<IncidentInput, "occurred" | "timeZone" | "place" | "killed" | "injured">;
  claims: { id: string; field: ClaimField; value: unknown; standing: ClaimStanding }[];
};

/** What becomes other than it is. Actors and campaigns by their slugs, as a whole. */
export type BulkParts = {
  status?: IncidentStatus;
  publishedAt?: Date | null;
  retractReason?: string | null;
  eventType?: EventType;
  outcome?: Outcome;
  campaigns?: string[];
  participations?: BulkParticipation[];
  claimValues?: { id: string; value: unknown }[];
  unsourcedReason?: string | null;
};

export type BulkPlan =
  | { kind: "changes"; parts: BulkParts }
  | { kind: "same" }
  | { kind: "refused"; reason: string };

const editorKinds: readonly BulkKind[] = ["publish", "return", "retract"];

/** The role that a bulk change asks for at all; what each incident asks for beside it is in its plan. */
export const roleOfChange = ({ kind }: BulkChange): Role =>
  editorKinds.includes(kind) ? "editor" : "contributor";

const stepKinds: readonly BulkKind[] = ["submit", ...editorKinds];
export const isStep = ({ kind }: BulkChange): boolean => stepKinds.includes(kind);

/** The claims that a bulk change has to look at: of one field, all, or none. */
export function claimsOfChange(change: BulkChange): ClaimField | "all" | "none" {
  if (change.kind === "event-type") return "eventType";
  if (change.kind === "outcome") return "outcome";
  return change.kind === "publish" || isActorChange(change) ? "all" : "none";
}

export const isActorChange = ({ kind }: BulkChange): boolean => kind.endsWith("-actor");

const maxParticipations = 50;
const maxCampaigns = 20;
const same: BulkPlan = { kind: "same" };
const changes = (parts: BulkParts): BulkPlan => ({ kind: "changes", parts });
const refused = (reason: string): BulkPlan => ({ kind: "refused", reason });

/** What a change makes of an incident, that it says so already, or why it cannot be. */
export function planBulk(
  principal: Principal,
  subject: BulkSubject,
  change: BulkChange,
  now: Date = new Date(),
): BulkPlan {
  try {
    requireEditable(principal, subject);
    const plan = isStep(change) ? planStep(subject, change, now) : planFields(subject, change);
    return plan.kind === "changes" ? withSources(subject, change, plan.parts) : plan;
  } catch (error) {
    if (error instanceof AppError) return refused(error.message);
    throw error;
  }
}

/** What becomes public, or other than it is in public, needs a quoted source or a reason, as in a form. */
function withSources(subject: BulkSubject, change: BulkChange, parts: BulkParts): BulkPlan {
  const isPublic = subject.status === "published";
  if (!(isPublic && parts.participations) && parts.status !== "published") return changes(parts);
  const values = new Map((parts.claimValues ?? []).map(({ id, value }) => [id, value]));
  const before = { ...subject.reported, participations: subject.participations, claims: subject.claims };
  const after = {
    ...before,
    participations: parts.participations ?? subject.participations,
    claims: subject.claims.map((claim) => ({ ...claim, value: values.get(claim.id) ?? claim.value })),
  };
  const given = "unsourcedReason" in change ? change.unsourcedReason : undefined;
  const why = subject.unsourcedReason || given || null;
  try {
    // What stands in public says why its own values stand.
    requireSources(after, isPublic ? given : why, isPublic ? before : null);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refused(
      "No source is quoted for some of its values. Quote one in its form, or say here why there is none.",
    );
  }
  return changes(unsourcedValues(after).length > 0 ? { ...parts, unsourcedReason: why } : parts);
}

function planStep({ status, publishedAt }: BulkSubject, change: BulkChange, now: Date): BulkPlan {
  switch (change.kind) {
    case "submit":
      if (status === "in_review") return same;
      requireTransition(status, "submit");
      return changes({ status: "in_review" });
    case "publish":
      if (status === "published") return same;
      requireTransition(status, "publish");
      return changes({ status: "published", publishedAt: publishedAt ?? now, retractReason: null });
    case "return":
      if (status === "draft") return same;
      requireTransition(status, "return");
      return changes({ status: "draft" });
    case "retract":
      requireTransition(status, "retract");
      return changes({ status: "retracted", retractReason: change.reason });
    default:
      return same;
  }
}

function planFields(subject: BulkSubject, change: BulkChange): BulkPlan {
  switch (change.kind) {
    case "add-campaign": {
      if (subject.campaigns.includes(change.campaign)) return same;
      return subject.campaigns.length < maxCampaigns
        ? changes({ campaigns: [...subject.campaigns, change.campaign] })
        : refused(`It stands in ${maxCampaigns} campaigns already.`);
    }
    case "remove-campaign":
      return subject.campaigns.includes(change.campaign)
        ? changes({ campaigns: subject.campaigns.filter((slug) => slug !== change.campaign) })
        : same;
    case "add-actor":
      return planAddedActor(subject, change);
    case "remove-actor":
      return planRemovedActor(subject, change);
    case "replace-actor":
      return planReplacedActor(subject, change);
    case "event-type":
      if (subject.eventType === change.eventType) return same;
      return (
        backedElsewise(subject, change.eventType, "its event type") ??
        changes({ eventType: change.eventType })
      );
    case "outcome":
      if (subject.outcome === change.outcome) return same;
      return backedElsewise(subject, change.outcome, "its outcome") ?? changes({ outcome: change.outcome });
    default:
      return same;
  }
}

/** A quote that was accepted must not be left behind a value that it does not say. */
function backedElsewise({ claims }: BulkSubject, value: string, what: string): BulkPlan | null {
  return claims.some((claim) => claim.standing === "accepted" && claim.value !== value)
    ? refused(`An accepted quote backs ${what}: change it in its form, where the quote can be judged.`)
    : null;
}

function planAddedActor(
  { participations }: BulkSubject,
  { actor, role, attribution, attributedBy }: Extract<BulkChange, { kind: "add-actor" }>,
): BulkPlan {
  if (participations.some((part) => part.actor === actor && part.role === role)) return same;
  return participations.length < maxParticipations
    ? changes({ participations: [...participations, { actor, role, attribution, attributedBy }] })
    : refused(`It has ${maxParticipations} participations already.`);
}

const participantOf = ({ field, value }: BulkSubject["claims"][number]) =>
  field === "participant" ? (claimValueSchemas.participant.safeParse(value).data ?? null) : null;

function planRemovedActor(
  { participations, claims }: BulkSubject,
  { actor, role }: Extract<BulkChange, { kind: "remove-actor" }>,
): BulkPlan {
  const isMeant = (part: { actor: string | null; role: string }) =>
    part.actor === actor && (role === null || part.role === role);
  if (!participations.some(isMeant)) return same;
  const isBacked = claims.some((claim) => {
    const participant = participantOf(claim);
    return claim.standing === "accepted" && participant !== null && isMeant(participant);
  });
  return isBacked
    ? refused(
        "An accepted quote backs this participation: take it out in its form, where the quote can be judged.",
      )
    : changes({ participations: participations.filter((part) => !isMeant(part)) });
}

/** The quotes keep the name that the article uses; the actor that it is taken for changes with the incident. */
function planReplacedActor(
  { participations, claims }: BulkSubject,
  { from, to }: Extract<BulkChange, { kind: "replace-actor" }>,
): BulkPlan {
  if (!participations.some(({ actor }) => actor === from)) return same;
  const known = new Set(participations.filter(({ actor }) => actor === to).map(({ role }) => role));
  return changes({
    participations: participations
      .filter(({ actor, role }) => actor !== from || !known.has(role))
      .map((part) => (part.actor === from ? { ...part, actor: to } : part)),
    claimValues: claims.flatMap((claim) => {
      const participant = participantOf(claim);
      return participant?.actor === from ? [{ id: claim.id, value: { ...participant, actor: to } }] : [];
    }),
  });
}
