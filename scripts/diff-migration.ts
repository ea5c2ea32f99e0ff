import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded";
import { diffToSchema, migrate } from "@/lib/db/migrate";

/**
 * Prints the SQL that the next migration needs: from a scratch database with every migration applied (or from
 * nothing with --empty) to prisma/schema.prisma. Prints nothing but a comment when there is no difference.
 */
const fromEmpty = process.argv.includes("--empty");
const dataDir = await mkdtemp(path.join(tmpdir(), "sightline-diff-"));
const database = await startEmbedded({ dataDir, durable: false });
try {
  if (!fromEmpty) await migrate(database.url);
  process.stdout.write(await diffToSchema(database.url, fromEmpty));
} finally {
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
}
