import "server-only";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { type DiffTarget, type MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import type { Client } from "pg";
import { MigrationAdapter } from "./migration-adapter";
import { connectToServer } from "./server-connection";
import { isDiskFull, StartError } from "./start-error";

/** Two starts against one database take turns: any number does, as long as nothing else uses it. */
const advisoryLockKey = 7_021_063_291;

const noFilters = { externalTables: [], externalEnums: [] };

type HistoryEntry = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Applies the migrations of prisma/migrations that the database lacks, in order, with Prisma's own engine and its
 * ordinary `_prisma_migrations` table. Each is one transaction with its own bookkeeping, so a start that was killed
 * in the middle is simply continued. Safe to call from several processes at once.
 *
 * Returns the names of what was applied now. Throws StartError when the server cannot be used or is too old, when
 * the database has migrations this code does not know, when one differs from its file, or when one fails.
 */
export async function migrate(databaseUrl: string, root = process.cwd()): Promise<string[]> {
  const client = await connectToServer(databaseUrl);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLockKey]);
    const list = await readMigrations(root);
    const history = await readHistory(client);
    if (pendingOf(list, history).length === 0) return [];
    return await withSchemaEngine(databaseUrl, root, async (engine) => {
      for (const row of history.filter((entry) => entry.finished_at === null)) {
        await engine.markMigrationRolledBack({ migrationName: row.migration_name });
      }
      const result = await engine.applyMigrations({ migrationsList: list, filters: noFilters });
      return result.appliedMigrationNames;
    });
  } catch (error) {
    throw inWords(error);
  } finally {
    await client.end();
  }
}

/**
 * The SQL that leads to prisma/schema.prisma from the database as it is, or from nothing with `fromEmpty` (the
 * engine wants a database to talk to all the same). What Prisma's language cannot say is not seen by it.
 */
export async function diffToSchema(
  databaseUrl: string,
  fromEmpty: boolean,
  root = process.cwd(),
): Promise<string> {
  const schema = await readSchema(root);
  const from: DiffTarget = fromEmpty
    ? { tag: "empty" }
    : { tag: "schemaDatasource", files: [schema], configDir: root };
  const to: DiffTarget = { tag: "schemaDatamodel", files: [schema] };
  return await withSchemaEngine(databaseUrl, root, async (engine) => {
    const result = await engine.diff({ from, to, script: true, exitCode: null, filters: noFilters });
    return result.stdout ?? "";
  });
}

async function withSchemaEngine<T>(
  databaseUrl: string,
  root: string,
  run: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const schema = await readSchema(root);
  const adapter = new MigrationAdapter({ connectionString: databaseUrl });
  try {
    const engine = await SchemaEngine.new(
      { datamodels: [[schema.path, schema.content]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    try {
      return await run(engine);
    } finally {
      engine.free();
    }
  } finally {
    await adapter.close();
  }
}

async function readSchema(root: string) {
  const file = path.join(root, "prisma", "schema.prisma");
  return { path: file, content: await readFile(file, "utf8") };
}

async function readMigrations(root: string): Promise<MigrationList> {
  const baseDir = path.join(root, "prisma", "migrations");
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => {
      const content = await readFile(path.join(baseDir, name, "migration.sql"), "utf8");
      return {
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: content } as const },
      };
    }),
  );
  const lockfile = await readFile(path.join(baseDir, "migration_lock.toml"), "utf8");
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/** What was begun and not taken back, oldest first. */
async function readHistory(client: Client): Promise<HistoryEntry[]> {
  const table = await client.query<{ found: string | null }>(
    "SELECT to_regclass('_prisma_migrations')::text AS found",
  );
  if (!table.rows[0]?.found) return [];
  const history = await client.query<HistoryEntry>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  return history.rows;
}

/** The names that are still to be applied; throws for a history that this code cannot continue. */
function pendingOf(list: MigrationList, history: HistoryEntry[]): string[] {
  const known = new Map(
    list.migrationDirectories.map((directory) => [
      directory.path,
      checksumOf(directory.migrationFile.content),
    ]),
  );
  const newer = history.findLast((row) => !known.has(row.migration_name));
  if (newer) {
    throw new StartError(
      `The database was written by a newer Sightline (it has the migration ${newer.migration_name}, which this version does not know): update Sightline, or use another database.`,
    );
  }
  const applied = history.filter((row) => row.finished_at !== null);
  const edited = applied.find((row) => known.get(row.migration_name) !== row.checksum);
  if (edited) {
    throw new StartError(
      `The file of the migration ${edited.migration_name} is not the one that this database was made with: put it back as it was.`,
    );
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return [...known.keys()].filter((name) => !done.has(name));
}

function checksumOf(content: MigrationList["migrationDirectories"][number]["migrationFile"]["content"]) {
  return content.tag === "ok" ? createHash("sha256").update(content.value).digest("hex") : "";
}

/** The engine's report is a page with a stack; the server's own line and the migration's name say it all. */
function inWords(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StartError) return error;
  const name = /migration_name="([^"]+)"/.exec(error.message)?.[1];
  if (isDiskFull(error) || !name) return error;
  const reason = /(?:ERROR|FATAL): ([^\n]+)/.exec(error.message)?.[1] ?? "the server refused it";
  return new StartError(
    `The migration ${name} could not be applied and nothing of it was kept: ${reason.trim()}.`,
    { cause: error },
  );
}
