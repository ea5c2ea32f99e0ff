import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { requireLocalDatabase } from "./local-only";

/**
 * Gives the test file that runs next a database of its own, a copy of the template, as DATABASE_URL; drops it after.
 * `database()` of lib/db/client is the way to it, for the code under test and for the test alike.
 */
const name = `test_${randomBytes(6).toString("hex")}`;
const applicationUrl = new URL(inject("applicationUrl"));
requireLocalDatabase(applicationUrl.href);

await administer(`CREATE DATABASE ${name} TEMPLATE sightline OWNER ${applicationUrl.username}`);
applicationUrl.pathname = name;
process.env.DATABASE_URL = applicationUrl.href;

afterAll(async () => {
  await closeDatabase();
  await administer(`DROP DATABASE ${name} WITH (FORCE)`);
});

async function administer(statement: string) {
  const client = new Client({ connectionString: inject("superuserUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
