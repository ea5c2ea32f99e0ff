import { Client } from "pg";
import type { Principal } from "@/lib/auth/principal";
import { closeDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { createIncident, publishIncident } from "@/lib/incidents/commands";
import { incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";

const rounds = 6;
const eachRound = 20;
const warmUps = 5;

/**
 * Milliseconds of each publication into the database of the moment and into an empty one of the same server, in
 * turns, the first round and the first of each round left out.
 */
export async function measurePublishing(superuserUrl: string): Promise<{ full: number[]; empty: number[] }> {
  const fullUrl = process.env.DATABASE_URL ?? "";
  const emptyUrl = await makeEmpty(superuserUrl, fullUrl);
  const times: Record<"full" | "empty", number[]> = { full: [], empty: [] };
  const sides = [
    { name: "empty", url: emptyUrl },
    { name: "full", url: fullUrl },
  ] as const;
  try {
    const editors = new Map<string, Principal>();
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, url } of sides) {
        await closeDatabase();
        process.env.DATABASE_URL = url;
        const editor = editors.get(name) ?? (await makePrincipal("editor"));
        editors.set(name, editor);
        const measured = await publishMany(editor, `${name} ${round}`);
        if (round > 0) times[name].push(...measured);
      }
    }
    return times;
  } finally {
    await closeDatabase();
    process.env.DATABASE_URL = fullUrl;
  }
}

async function publishMany(editor: Principal, title: string): Promise<number[]> {
  const times: number[] = [];
  for (let count = -warmUps; count < eachRound; count += 1) {
    const { incident } = await createIncident(
      editor,
      incidentInput({ title: `Published ${title} ${count}` }),
    );
    const began = performance.now();
    await publishIncident(editor, incident.publicId);
    if (count >= 0) times.push(performance.now() - began);
  }
  return times;
}

async function makeEmpty(superuserUrl: string, fullUrl: string): Promise<string> {
  const url = new URL(fullUrl);
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query("DROP DATABASE IF EXISTS sightline_empty");
  await client.query(`CREATE DATABASE sightline_empty OWNER ${client.escapeIdentifier(url.username)}`);
  await client.end();
  url.pathname = "/sightline_empty";
  await migrate(url.href);
  return url.href;
}
