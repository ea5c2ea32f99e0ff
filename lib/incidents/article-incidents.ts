import "server-only";
import { z } from "zod";
import { database, type Reader } from "@/lib/db/client";
import type { IncidentSummary } from "./summary";
import { summaryOf, summarySelect } from "./summary-row";

/** Incidents with a claim from this article, earliest first; published ones unless all are asked for. */
export async function listArticleIncidents(
  articleId: string,
  options: { includeUnpublished?: boolean } = {},
  reader: Reader = database(),
): Promise<IncidentSummary[]> {
  if (!z.uuid().safeParse(articleId).success) {
    return [];
  }
  const rows = await reader.incident.findMany({
    where: {
      claims: { some: { articleId } },
      ...(options.includeUnpublished ? {} : { status: "published" }),
    },
    select: summarySelect,
    orderBy: [{ earliest: "asc" }, { publicId: "asc" }],
  });
  return rows.map(summaryOf);
}
