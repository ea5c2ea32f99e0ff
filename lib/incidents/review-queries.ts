import "server-only";
import { hasRole, type Principal } from "@/lib/auth/principal";
import { database, type Reader } from "@/lib/db/client";
import type { IncidentStatus } from "@/lib/taxonomy/terms";
import { previewRecord } from "./preview";
import { mergedForView, type ThreeStates } from "./proposed-change-merge";
import { getLastDecided, getOpenChange, listOpenChanges, patchOf } from "./proposed-change-queries";
import type { ProposedChange } from "./proposed-change-schema";
import { readRecord } from "./record";
import type { ReviewItem } from "./review-item";
import { mustPropose, refusalToApprove, refusalToPublish } from "./review-rules";
import { currentRecord } from "./revisions";
import { type IncidentRecord, incidentRecordSchema } from "./schema";
import { isAmong, unsourcedValues } from "./sourcing";
import { inputOfRecord } from "./state-input";

/** Drafts in review and proposed changes, longest waiting first. */
export async function listReviewItems(reader: Reader = database()): Promise<ReviewItem[]> {
  const rows = await reader.incident.findMany({
    where: { status: "in_review" },
    select: {
      publicId: true,
      title: true,
      createdById: true,
      updatedAt: true,
      revisions: {
        where: { action: "submit" },
        select: { userId: true, userName: true, createdAt: true, reason: true },
        orderBy: { version: "desc" },
        take: 1,
      },
    },
    orderBy: { updatedAt: "asc" },
    take: 500,
  });
  const drafts = rows.map(
    ({ publicId, title, createdById, updatedAt, revisions: [submitted] }): ReviewItem => ({
      publicId,
      kind: "new",
      title,
      by: submitted?.userName ?? "",
      byIds: [createdById, submitted?.userId ?? null].filter((id) => id !== null),
      since: (submitted?.createdAt ?? updatedAt).toISOString(),
      reason: submitted?.reason ?? null,
      fields: [],
    }),
  );
  const changes = (await listOpenChanges(reader)).map(
    (change): ReviewItem => ({
      publicId: change.publicId,
      kind: "change",
      title: change.title,
      by: change.proposedBy,
      byIds: change.proposedById === null ? [] : [change.proposedById],
      since: change.createdAt,
      reason: change.reason,
      fields: Object.keys(change.patch),
    }),
  );
  return [...drafts, ...changes].toSorted((a, b) => a.since.localeCompare(b.since));
}

/** The states that a proposed change is about; null when its incident or base version is gone. */
async function getThreeStates(
  change: ProposedChange,
  reader: Reader = database(),
): Promise<ThreeStates | null> {
  const revision = await reader.revision.findFirst({
    where: { incident: { publicId: change.publicId }, version: change.baseVersion },
    select: { state: true, incidentId: true },
  });
  if (!revision) return null;
  const base = incidentRecordSchema.parse(revision.state);
  return {
    base,
    proposed: await previewRecord(reader, base, patchOf(change.patch)),
    current: await currentRecord(reader, revision.incidentId),
  };
}

/** A draft that somebody submitted, and what was last done with it. */
export type OwnSubmission = {
  publicId: string;
  title: string;
  status: string;
  action: string;
  userName: string;
  reason: string | null;
  at: string;
};

/** What a person submitted, changed last first, at most 50. */
export async function listOwnSubmissions(
  userId: string,
  reader: Reader = database(),
): Promise<OwnSubmission[]> {
  const rows = await reader.incident.findMany({
    where: { revisions: { some: { userId, action: "submit" } } },
    select: {
      publicId: true,
      title: true,
      status: true,
      revisions: {
        where: { action: { in: ["submit", "return", "publish", "retract", "merge"] } },
        select: { action: true, userName: true, reason: true, createdAt: true },
        orderBy: { version: "desc" },
        take: 1,
      },
    },
    orderBy: { updatedAt: "desc" },
    take: 50,
  });
  return rows.map(({ revisions: [last], ...row }) => ({
    ...row,
    action: last?.action ?? "",
    userName: last?.userName ?? "",
    reason: last?.reason ?? null,
    at: last?.createdAt.toISOString() ?? "",
  }));
}

/** What the rules of review mean for one person and one incident. */
type ReviewStanding = {
  /** The change that waits for review, anybody's. */
  open: ProposedChange | null;
  /** The record as one's own open change would make it; null without one. */
  proposed: IncidentRecord | null;
  /** The last change that this person proposed and that is decided. */
  decided: ProposedChange | null;
  /** Changes can only be proposed. */
  proposes: boolean;
  /** False while somebody else's proposal waits. */
  mayPropose: boolean;
  /** Why this person may not publish it; null when they may. */
  refusal: string | null;
};

/** Null when there is no such incident. */
export async function getReviewStanding(
  principal: Principal & { id: string },
  publicId: string,
  reader: Reader = database(),
): Promise<ReviewStanding | null> {
  const incident = await reader.incident.findUnique({
    where: { publicId },
    select: { id: true, status: true, createdById: true },
  });
  if (!incident) return null;
  // The column's check knows the same statuses.
  const known = { ...incident, status: incident.status as IncidentStatus };
  const open = await getOpenChange(publicId, reader);
  const isOwn = open?.proposedById === principal.id;
  return {
    open,
    proposed: open && isOwn ? ((await getThreeStates(open, reader))?.proposed ?? null) : null,
    decided: await getLastDecided(publicId, principal.id, reader),
    proposes: await mustPropose(reader, principal, known.status),
    mayPropose: open === null || isOwn,
    refusal: hasRole(principal, "editor")
      ? await refusalToPublish(reader, principal, known)
      : "Editors publish what was submitted.",
  };
}

/** What waits of one incident, as a reviewer sees it. */
type ReviewView = {
  /** As it is stored. */
  record: IncidentRecord;
  /** As it will be public: of a change that met another one, with what is public now where both differ. */
  after: IncidentRecord;
  change: (ProposedChange & { states: ThreeStates }) | null;
  /** Values that would become public without a source, and the reason given for it. */
  unsourced: string[];
  unsourcedReason: string | null;
  /** Its line of the queue; null when nothing of it waits. */
  item: ReviewItem | null;
  refusal: string | null;
  /** The neighbours in the queue. */
  previous: string | null;
  next: string | null;
};

/** Null when there is no such incident. */
export async function getReviewView(
  principal: Principal & { id: string },
  publicId: string,
  reader: Reader = database(),
): Promise<ReviewView | null> {
  const standing = await getReviewStanding(principal, publicId, reader);
  const record = standing && (await readRecord(reader, { publicId }, { includeUnpublishedLinks: true }));
  if (!record) return null;
  const items = await listReviewItems(reader);
  const at = items.findIndex((one) => one.publicId === publicId);
  const states = standing.open && (await getThreeStates(standing.open, reader));
  const change = standing.open && states && { ...standing.open, states };
  const after = states ? await afterMerge(states, reader) : record;
  return {
    record,
    after,
    change,
    unsourced: newlyUnsourced(after, states ? record : null),
    unsourcedReason: after.unsourcedReason || standing.open?.reason || null,
    item: items[at] ?? null,
    refusal: standing.open
      ? await refusalToApprove(reader, principal, { createdById: standing.open.proposedById })
      : standing.refusal,
    previous: items[at - 1]?.publicId ?? null,
    next: items[at + 1]?.publicId ?? null,
  };
}

/** What a record says without a source and the public one did not say so already, as labels. */
function newlyUnsourced(after: IncidentRecord, before: IncidentRecord | null): string[] {
  const known = before ? unsourcedValues(inputOfRecord(before)) : [];
  return unsourcedValues(inputOfRecord(after))
    .filter((one) => !isAmong(known, one))
    .map(({ label }) => label);
}

async function afterMerge(states: ThreeStates, reader: Reader): Promise<IncidentRecord> {
  if (states.base.incident.version === states.current.incident.version) return states.proposed;
  const merged = mergedForView(states);
  return merged ? previewRecord(reader, states.current, merged) : states.current;
}
