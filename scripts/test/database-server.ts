import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** A server for this run alone; its database `sightline` is the template: migrated, otherwise empty. */
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
    project.provide("superuserUrl", database.superuserUrl);
    project.provide("applicationUrl", database.url);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
