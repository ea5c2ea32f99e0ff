import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { closeDatabase } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { loadReferenceData } from "@/lib/reference/load-reference";

declare module "vitest" {
  interface ProvidedContext {
    /** A server for this run alone; its database `sightline` is the template: migrated, with the reference data. */
    superuserUrl: string;
    applicationUrl: string;
  }
}

/** Starts a scratch server for all database tests and makes the template that each test file copies; returns how to stop it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "sightline-test-"));
  const database = await startEmbedded({ dataDir, durable: false });
  const stop = async () => {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(database.url);
    process.env.DATABASE_URL = database.url;
    await loadReferenceData();
    await closeDatabase();
    project.provide("superuserUrl", database.superuserUrl);
    project.provide("applicationUrl", database.url);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
