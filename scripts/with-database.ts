import { closeDatabase } from "@/lib/db/client";
import { startEmbedded, urlOfRunning } from "@/lib/db/embedded";
import { acquireLock, isLocked } from "@/lib/db/lock";
import { migrate } from "@/lib/db/migrate";
import { type Lifecycle, runLifecycle } from "./start/lifecycle";
import { ensureSecret } from "./start/secret";
import { settings } from "./start/settings";

/**
 * Runs a command on the database and ends the process: on the server of DATABASE_URL, on the one that a running
 * `npm start` keeps, or on one started for the occasion. A failure is one sentence and exit code 1.
 */
export function runWithDatabase(command: string, work: () => Promise<void>): void {
  runLifecycle(async (life) => {
    const url = await reachDatabase(life, command);
    await migrate(url);
    process.env.DATABASE_URL = url;
    process.env.SIGHTLINE_SECRET ??= await ensureSecret(url);
    life.defer(closeDatabase);
    await work();
    life.end(0);
  });
}

async function reachDatabase(life: Lifecycle, command: string): Promise<string> {
  const { DATABASE_URL, SIGHTLINE_DATA_DIR } = settings();
  if (DATABASE_URL) return DATABASE_URL;
  if (await isLocked(SIGHTLINE_DATA_DIR)) return await urlOfRunning(SIGHTLINE_DATA_DIR);
  const lock = await acquireLock(SIGHTLINE_DATA_DIR, command);
  life.defer(lock.release);
  life.onEnding(lock.announceEnding);
  const database = await startEmbedded({ dataDir: SIGHTLINE_DATA_DIR });
  life.defer(database.stop);
  return database.url;
}
