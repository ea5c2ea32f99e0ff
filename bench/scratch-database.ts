import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { closeDatabase } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";

/** A database server of its own for one benchmark, migrated and named by DATABASE_URL; gone afterwards. */
export async function onScratchDatabase<Answer>(
  run: (scratch: { url: string; superuserUrl: string }) => Promise<Answer>,
): Promise<Answer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "sightline-bench-"));
  const { url, superuserUrl, stop } = await startEmbedded({ dataDir });
  process.env.DATABASE_URL = url;
  try {
    await migrate(url);
    return await run({ url, superuserUrl });
  } finally {
    await closeDatabase();
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
