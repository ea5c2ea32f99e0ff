import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { z } from "zod";
import { freePort } from "@/lib/db/embedded";
import { cleanEnvironment, type Stack, startStack } from "./test/stack";

/**
 * Kills Sightline with SIGKILL in the middle of writes, again and again, and proves after each start that every
 * incident whose creation was acknowledged is there. Use: npm run check:recovery -- [ROUNDS]
 */
const rounds = Number(process.argv[2] ?? 20);
const writers = 4;
const readers = 8;
const administrator = "admin@example.org";
/** For a random time between these, counted from the first acknowledgement, the writes go on before the kill. */
const [shortestMs, longestMs] = [100, 3_000];
const pollMs = 5;
/** In every fourth round server and database survive their watchers, and the next start has to deal with them. */
const orphanEvery = 4;

const createdSchema = z.object({ publicId: z.string() });

const dataDir = await mkdtemp(path.join(tmpdir(), "sightline-recovery-"));
const environment = {
  PORT: String(await freePort()),
  SIGHTLINE_DATA_DIR: dataDir,
  SIGHTLINE_DEMO: "0",
  SIGHTLINE_ADMIN_EMAIL: administrator,
  SIGHTLINE_ADMIN_PASSWORD: "recovery-check-only",
};

let stack = await startStack(process.cwd(), environment);
const key = await makeApiKey();
const acknowledged: string[] = [];
let lost = 0;
for (let round = 1; round <= rounds; round += 1) {
  const victims = round % orphanEvery === 0 ? "watchers" : "all";
  const written = await writeUntilKilled(stack, round, victims);
  acknowledged.push(...written);
  stack = await startStack(process.cwd(), environment);
  const missing = await missingOf(stack, written);
  lost += missing.length;
  console.log(
    `round ${round}: ${written.length} acknowledged, ${victims} killed, ready again in ${stack.readySeconds.toFixed(1)} s, ${missing.length} missing`,
  );
}
const missingAtEnd = await missingOf(stack, acknowledged);
const exitCode = await stack.stop();
await rm(dataDir, { recursive: true, force: true });
console.log(
  `${rounds} kills, ${acknowledged.length} acknowledged incidents, ${lost + missingAtEnd.length} lost, stopped with ${exitCode}`,
);
process.exit(lost + missingAtEnd.length === 0 && acknowledged.length > 0 && exitCode === 0 ? 0 : 1);

/** Writes with several writers, as fast as the server takes it; returns what it acknowledged before it died. */
async function writeUntilKilled(
  running: Stack,
  round: number,
  victims: "all" | "watchers",
): Promise<string[]> {
  const written: string[] = [];
  let killed = false;
  const write = async (writer: number) => {
    for (let count = 1; !killed; count += 1) {
      const publicId = await createIncident(
        running.url,
        `Round ${round}, writer ${writer}, incident ${count}`,
      );
      if (publicId) written.push(publicId);
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  while (written.length === 0) await Promise.race([sleep(pollMs), writing]);
  await sleep(shortestMs + Math.random() * (longestMs - shortestMs));
  await running.kill(victims);
  killed = true;
  await writing;
  return written;
}

/** The id, when the server has said 201; null when it died before. Any other answer is a defect. */
async function createIncident(url: string, title: string): Promise<string | null> {
  const body = JSON.stringify({
    title,
    eventType: "shelling-artillery-missile-attack",
    occurred: "2021-07-06",
  });
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  const answer = await fetch(`${url}/api/v1/incidents`, { method: "POST", headers, body }).catch(() => null);
  const text = await answer?.text().catch(() => null);
  if (!answer || text === null || text === undefined) return null;
  if (answer.status === 201) return createdSchema.parse(JSON.parse(text)).publicId;
  if (answer.status >= 500) return null;
  throw new Error(`POST /api/v1/incidents answered ${answer.status}: ${text}`);
}

async function missingOf(running: Stack, publicIds: string[]): Promise<string[]> {
  const missing: string[] = [];
  const queue = [...publicIds];
  const read = async () => {
    for (let publicId = queue.pop(); publicId; publicId = queue.pop()) {
      const headers = { Authorization: `Bearer ${key}` };
      const answer = await fetch(`${running.url}/api/v1/incidents/${publicId}`, { headers });
      await answer.text();
      if (answer.status !== 200) missing.push(publicId);
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  return missing;
}

async function makeApiKey(): Promise<string> {
  const args = ["run", "--silent", "api-key", "--", "create", administrator, "--name", "recovery"];
  const { stdout } = await promisify(execFile)("npm", args, {
    env: { ...cleanEnvironment(), ...environment },
  });
  return stdout.trim().split("\n").at(-1) ?? "";
}
