import "server-only";
import type { Database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { relevance, wordsFound } from "@/lib/incidents/text-search";
import type { TextMatch } from "./match";

/**
 * The published incidents that the words of a filter find, as where.ts has it, by row_no; isRanked: with their
 * relevance, which takes longer.
 */
export async function readTextMatch(database: Database, q: string, isRanked: boolean): Promise<TextMatch> {
  const rank = isRanked ? relevance(q, Prisma.sql`i`) : Prisma.sql`0`;
  const [answer] = await database.$queryRaw<Found[]>`
    SELECT string_agg(int4send(i.row_no) || int4send(${rank}), ''::bytea) AS found FROM incident i
    WHERE i.status = 'published' AND ${wordsFound(q, Prisma.sql`i`)}`;
  return tableOf(Buffer.from(answer?.found ?? []));
}

type Found = { found: Uint8Array | null };

const lineBytes = 8;

function tableOf(lines: Buffer): TextMatch {
  let most = 0;
  for (let at = 0; at < lines.length; at += lineBytes) {
    most = Math.max(most, lines.readInt32BE(at));
  }
  const table = new Uint8Array(most + 1);
  for (let at = 0; at < lines.length; at += lineBytes) {
    table[lines.readInt32BE(at)] = 1 + lines.readInt32BE(at + 4);
  }
  return table;
}
