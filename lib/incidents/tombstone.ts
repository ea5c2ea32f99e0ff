import "server-only";
import { database } from "@/lib/db/client";

/** True when the incident was public once and then retracted. */
export async function isTombstone(publicId: string): Promise<boolean> {
  const row = await database().incident.findUnique({
    where: { publicId },
    select: { status: true, publishedAt: true },
  });
  return row?.status === "retracted" && row.publishedAt !== null;
}
