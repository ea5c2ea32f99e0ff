import "server-only";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { type DiffTarget, type MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { Client } from "pg";
import { StartError } from "./start-error";

const minimumServerVersion = 15;

/** Two starts against one database take turns: any number does, as long as nothing else uses it. */
const advisoryLockKey = 7_021_063_291;

const noFilters = { externalTables: [], externalEnums: [] };

type AppliedMigration = {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  rolled_back_at: Date | null;
  logs: string | null;
};

/**
 * Applies the migrations of prisma/migrations that the database lacks, in order, with Prisma's own engine and its
 * ordinary `_prisma_migrations` table. Safe to call from several processes at once.
 *
 * Returns the names of what was applied now. Throws StartError when the server is too old, when the database
 * has migrations this code does not know, when one differs from its file, or when one failed.
 */
export async function migrate(databaseUrl: string, root = process.cwd()): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, application_name: "sightline-migrate" });
  await client.connect();
  try {
    await requireServerVersion(client);
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLockKey]);
    const list = await readMigrations(root);
    const pending = unapplied(list, await readApplied(client));
    if (pending.length === 0) return [];
    return await withSchemaEngine(databaseUrl, root, async (engine) => {
      const result = await engine.applyMigrations({ migrationsList: list, filters: noFilters });
      return result.appliedMigrationNames;
    });
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
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  const engine = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => {}, adapter);
  try {
    return await run(engine);
  } finally {
    engine.free();
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

async function requireServerVersion(client: Client) {
  const result = await client.query<{ server_version: string }>("SHOW server_version");
  const version = result.rows[0]?.server_version ?? "";
  if (Number.parseInt(version, 10) >= minimumServerVersion) return;
  throw new StartError(
    `The database server is PostgreSQL ${version}; Sightline needs ${minimumServerVersion} or later.`,
  );
}

async function readApplied(client: Client): Promise<AppliedMigration[]> {
  const table = await client.query<{ found: string | null }>(
    "SELECT to_regclass('_prisma_migrations')::text AS found",
  );
  if (!table.rows[0]?.found) return [];
  const applied = await client.query<AppliedMigration>(
    "SELECT migration_name, checksum, finished_at, rolled_back_at, logs FROM _prisma_migrations ORDER BY started_at",
  );
  return applied.rows.filter((row) => row.rolled_back_at === null);
}

/** The names that are still to be applied; throws for a history that this code cannot continue. */
function unapplied(list: MigrationList, applied: AppliedMigration[]): string[] {
  const known = new Map(
    list.migrationDirectories.map((directory) => [
      directory.path,
      checksumOf(directory.migrationFile.content),
    ]),
  );
  const failed = applied.find((row) => row.finished_at === null);
  if (failed) {
    throw new StartError(
      `The migration ${failed.migration_name} did not finish in this database: restore a backup from before it, or repair it by hand as docs/operations.md describes.`,
    );
  }
  const newer = applied.filter((row) => !known.has(row.migration_name));
  if (newer.length > 0) {
    throw new StartError(
      `The database was written by a newer Sightline (it has the migration ${newer.at(-1)?.migration_name}, unknown to this version): update the code, or use another database.`,
    );
  }
  const edited = applied.find((row) => known.get(row.migration_name) !== row.checksum);
  if (edited) {
    throw new StartError(
      `The migration ${edited.migration_name} differs from the one that this database was made with: put its file back as it was.`,
    );
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return [...known.keys()].filter((name) => !done.has(name));
}

function checksumOf(content: MigrationList["migrationDirectories"][number]["migrationFile"]["content"]) {
  return content.tag === "ok" ? createHash("sha256").update(content.value).digest("hex") : "";
}
