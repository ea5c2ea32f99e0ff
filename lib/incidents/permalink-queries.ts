import "server-only";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { database, type Reader } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { readIncidentAddress } from "./address";
import { readRecord } from "./record";
import { type IncidentRecord, incidentRecordSchema, type RevisionSummary } from "./schema";
import { undonePublication } from "./tombstone";

/** What a reader without an account finds at a permalink. */
export type PublicIncident =
  | { status: "published"; record: IncidentRecord; revisions: RevisionSummary[] }
  | { status: "retracted"; title: string; reason: string; version: number; retractedAt: string }
  | { status: "merged"; into: string };

/** Null for ids that were never given and for incidents that were never published. */
export async function getPublicIncident(
  publicId: string,
  reader: Reader = database(),
): Promise<PublicIncident | null> {
  const row = await reader.incident.findUnique({
    where: { publicId },
    select: {
      status: true,
      title: true,
      version: true,
      retractReason: true,
      publishedAt: true,
      updatedAt: true,
    },
  });
  if (row?.status === "merged") {
    const into = await survivorOf(publicId, {}, reader);
    return into === null ? null : { status: "merged", into };
  }
  if (row?.status === "retracted" && row.publishedAt) {
    return {
      status: "retracted",
      title: row.title,
      reason: row.retractReason ?? "",
      version: row.version,
      retractedAt: row.updatedAt.toISOString(),
    };
  }
  if (row?.status !== "published") {
    const undone = row && (await undonePublication(publicId, reader));
    return undone && { status: "retracted", ...undoneWords(undone) };
  }
  const record = await readRecord(reader, { publicId }, { includeUnpublishedLinks: false });
  return record && { status: "published", record, revisions: await listRevisions(publicId, {}, reader) };
}

/** Its title as a draft, and why it is changed now, stay with the editors. */
const undoneWords = ({ title, version, at }: { title: string; version: number; at: Date }) => ({
  title,
  reason: "It was published by mistake, and its publication was undone.",
  version,
  retractedAt: at.toISOString(),
});

/** The incident at the end of a row of merges; null when there is none, or none that was ever public. */
export async function survivorOf(
  publicId: string,
  options: { includeUnpublished?: boolean } = {},
  reader: Reader = database(),
): Promise<string | null> {
  const [row] = await reader.$queryRaw<{ publicId: string; wasPublic: boolean }[]>`
    WITH RECURSIVE merged AS (
      SELECT id, public_id, status, published_at, merged_into_id FROM incident WHERE public_id = ${publicId}
      UNION SELECT o.id, o.public_id, o.status, o.published_at, o.merged_into_id
        FROM incident o JOIN merged ON o.id = merged.merged_into_id
    )
    SELECT public_id AS "publicId",
      status IN ('published', 'retracted') AND published_at IS NOT NULL OR EXISTS (
        SELECT 1 FROM revision r WHERE r.incident_id = merged.id AND r.status = 'published') AS "wasPublic"
    FROM merged WHERE status <> 'merged'`;
  return row && (row.wasPublic || options.includeUnpublished) ? row.publicId : null;
}

export type EditorIncident = {
  record: IncidentRecord;
  revisions: RevisionSummary[];
  createdById: string | null;
  retractReason: string | null;
  /** publicId of the incident that this one was merged into. */
  mergedInto: string | null;
};

/** An incident in any status, with its links to drafts and all its versions. */
export async function getIncidentForEditor(
  publicId: string,
  reader: Reader = database(),
): Promise<EditorIncident | null> {
  if (!readIncidentAddress(publicId)) {
    return null;
  }
  const record = await readRecord(reader, { publicId }, { includeUnpublishedLinks: true });
  const row = await reader.incident.findUnique({
    where: { publicId },
    select: { createdById: true, retractReason: true, mergedInto: { select: { publicId: true } } },
  });
  if (!record || !row) {
    return null;
  }
  return {
    record,
    revisions: await listRevisions(publicId, { includeUnpublished: true }, reader),
    createdById: row.createdById,
    retractReason: row.retractReason,
    mergedInto: row.mergedInto?.publicId ?? null,
  };
}

/** An incident as it is stored now, in any status. Throws not-found. Contributors and above. */
export async function readForDesk(
  principal: Principal | null,
  publicId: string,
  reader: Reader = database(),
): Promise<IncidentRecord> {
  requireRole(principal, "contributor");
  const record = await readRecord(reader, { publicId }, { includeUnpublishedLinks: true });
  if (!record) {
    throw new AppError("not-found", { message: `There is no incident ${publicId}.` });
  }
  return record;
}

const revisionSelect = {
  version: true,
  action: true,
  status: true,
  changes: true,
  reason: true,
  userName: true,
  createdAt: true,
} as const;

type RevisionRow = Omit<RevisionSummary, "changes" | "createdAt"> & { changes: unknown; createdAt: Date };

function revisionSummary(row: RevisionRow): RevisionSummary {
  return {
    version: row.version,
    action: row.action,
    status: row.status,
    changes: Array.isArray(row.changes) ? row.changes.map(String) : [],
    reason: row.reason,
    userName: row.userName,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Versions of an incident, newest first; what was never public only when asked for. */
export async function listRevisions(
  publicId: string,
  options: { includeUnpublished?: boolean } = {},
  reader: Reader = database(),
): Promise<RevisionSummary[]> {
  const rows = await reader.revision.findMany({
    where: { incident: { publicId }, ...(options.includeUnpublished ? {} : { status: "published" }) },
    select: revisionSelect,
    orderBy: { version: "desc" },
  });
  return rows.map(revisionSummary);
}

export type IncidentVersion = {
  record: IncidentRecord;
  revision: RevisionSummary;
  /** How the incident stands now. */
  current: { version: number; status: string; retractReason: string | null };
};

/**
 * An incident as it was at a version. For the public only versions that were published, and only with
 * links to incidents that are public now.
 */
export async function getIncidentVersion(
  publicId: string,
  version: number,
  options: { includeUnpublished?: boolean } = {},
  reader: Reader = database(),
): Promise<IncidentVersion | null> {
  const row = await reader.revision.findFirst({
    where: {
      version,
      incident: { publicId },
      ...(options.includeUnpublished ? {} : { status: "published" }),
    },
    select: {
      ...revisionSelect,
      state: true,
      incident: { select: { version: true, status: true, retractReason: true } },
    },
  });
  if (!row) {
    return null;
  }
  const record = incidentRecordSchema.parse(row.state);
  return {
    record: options.includeUnpublished ? record : await withPublicLinks(record, row.createdAt, reader),
    revision: revisionSummary(row),
    current: row.incident,
  };
}

/**
 * Only links to incidents that are public now. The words of one that was not public yet when the version was
 * written are those it has now: what it was called as a draft stays with the editors.
 */
async function withPublicLinks(
  record: IncidentRecord,
  writtenAt: Date,
  reader: Reader,
): Promise<IncidentRecord> {
  const stored = record.incident.links;
  const others = await reader.incident.findMany({
    where: { publicId: { in: stored.map((link) => link.publicId) }, status: "published" },
    select: { publicId: true, title: true, occurred: true, publishedAt: true },
  });
  const present = await reader.incidentLink.findMany({
    where: { id: { in: stored.map((link) => link.id) } },
    select: { id: true },
  });
  const links = stored.flatMap((link) => {
    const other = others.find(({ publicId }) => publicId === link.publicId);
    if (!other) {
      return [];
    }
    if (other.publishedAt && other.publishedAt <= writtenAt) {
      return [link];
    }
    const { title, occurred } = other;
    return present.some(({ id }) => id === link.id) ? [{ ...link, title, occurred }] : [];
  });
  return { ...record, incident: { ...record.incident, links } };
}
