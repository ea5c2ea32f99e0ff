import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { incidentRecordSchema } from "./schema";

/** True when the incident was public once and is not any more, other than by a merge. */
export async function isTombstone(publicId: string): Promise<boolean> {
  const row = await database().incident.findUnique({
    where: { publicId },
    select: { status: true, publishedAt: true },
  });
  if (!row || row.status === "published" || row.status === "merged") return false;
  const isRetracted = row.status === "retracted" && row.publishedAt !== null;
  return isRetracted || (await undonePublication(publicId)) !== null;
}

/**
 * How the publication of an incident that is not public ended: what it was called in public, and the version that
 * took it back. Null when it never was public. An undone publication leaves no other trace in its columns.
 */
export async function undonePublication(
  publicId: string,
  reader: Reader = database(),
): Promise<{ title: string; version: number; at: Date } | null> {
  const of = { incident: { publicId } };
  const last = await reader.revision.findFirst({
    where: { ...of, status: "published" },
    select: { version: true, state: true },
    orderBy: { version: "desc" },
  });
  const next = last && { ...of, version: { gt: last.version } };
  const end =
    next &&
    (await reader.revision.findFirst({
      where: next,
      select: { version: true, createdAt: true },
      orderBy: { version: "asc" },
    }));
  if (!last || !end) return null;
  const { title } = incidentRecordSchema.parse(last.state).incident;
  return { title, version: end.version, at: end.createdAt };
}
