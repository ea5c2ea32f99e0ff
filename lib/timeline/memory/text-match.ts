import "server-only";
import type { Database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { alikeThreshold, alikeTitle, wordsFound } from "@/lib/incidents/text-search";
import type { TextMatch } from "./match";

/** The published incidents that the words of a filter find, as where.ts has it, by row_no. */
export async function readTextMatch(database: Database, q: string): Promise<TextMatch> {
  const found = await readRowNos(database, wordsFound(q, Prisma.sql`i`));
  const alike = alikeTitle(q, Prisma.sql`i`);
  if (found.length > 0 || alike === null) {
    return tableOf(found);
  }
  const similar = await database.$transaction(async (transaction) => {
    // The operator of the index knows one threshold for all words; alikeTitle then looks at each.
    await transaction.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${String(alikeThreshold)}, true)`;
    return readRowNos(transaction, Prisma.sql`${alike.byIndex} AND ${alike.exactly}`);
  });
  return tableOf(similar);
}

type Found = { found: Uint8Array | null };

async function readRowNos(reader: Pick<Database, "$queryRaw">, which: Prisma.Sql): Promise<Int32Array> {
  const [answer] = await reader.$queryRaw<Found[]>`
    SELECT string_agg(int4send(i.row_no), ''::bytea) AS found FROM incident i
    WHERE i.status = 'published' AND ${which}`;
  const bytes = Buffer.from(answer?.found ?? []);
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readInt32BE(index * 4));
}

function tableOf(rowNos: Int32Array): TextMatch {
  const table = new Uint8Array(rowNos.reduce((most, rowNo) => Math.max(most, rowNo), 0) + 1);
  for (const rowNo of rowNos) {
    table[rowNo] = 1;
  }
  return table;
}
