import { startEmbedded } from "@/lib/db/embedded";
import { acquireLock, type FolderLock } from "@/lib/db/lock";
import { migrate } from "@/lib/db/migrate";
import { connectToServer } from "@/lib/db/server-connection";
import type { Env } from "@/lib/env";
import type { Lifecycle } from "./lifecycle";
import { ensureSecret } from "./secret";

/**
 * Takes the data folder for this start; null when the database is a server of its own, which many may use and which
 * must answer before anything slow begins.
 */
export async function takeDatabase(life: Lifecycle, env: Env, command: string): Promise<FolderLock | null> {
  if (env.DATABASE_URL) {
    const client = await connectToServer(env.DATABASE_URL);
    await client.end();
    return null;
  }
  const lock = await acquireLock(env.SIGHTLINE_DATA_DIR, command);
  life.defer(lock.release);
  life.onEnding(lock.announceEnding);
  return lock;
}

/** Starts or reaches the database, brings it up to date, and names it to everything that this process does or starts. */
export async function prepareDatabase(life: Lifecycle, env: Env): Promise<void> {
  const url = await life.step("database", () => openDatabase(life, env));
  process.env.DATABASE_URL = url;
  await life.step(
    "migrations",
    () => migrate(url),
    (names) => countOf(names.length),
  );
  process.env.SIGHTLINE_SECRET = env.SIGHTLINE_SECRET ?? (await ensureSecret(url));
}

async function openDatabase(life: Lifecycle, env: Env): Promise<string> {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  const database = await startEmbedded({ dataDir: env.SIGHTLINE_DATA_DIR });
  life.defer(database.stop);
  void database.ended.then((said) => {
    life.end(1, `The database ended by itself: ${said.trim().split("\n").at(-1)}`);
  });
  return database.url;
}

function countOf(applied: number): string {
  return applied === 0 ? "up to date" : `${applied} applied`;
}
