import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/lib/db/embedded";
import { startStack } from "@/scripts/test/stack";

/** Seconds of `npm start` in a fresh clone of what is committed, and of the start after it, by step. */
export async function benchStart(): Promise<object[]> {
  const parent = await mkdtemp(path.join(tmpdir(), "sightline-bench-"));
  const clone = path.join(parent, "sightline");
  try {
    execFileSync("git", ["clone", "--quiet", process.cwd(), clone]);
    const environment = { PORT: String(await freePort()) };
    const first = await startStack(clone, environment);
    await first.stop();
    const second = await startStack(clone, environment);
    await second.stop();
    const names = [...Object.keys(first.steps), ...Object.keys(second.steps)];
    const rows = [...new Set(names)].map((name) => row(name, first.steps[name], second.steps[name]));
    return [...rows, row("from command to ready", first.readySeconds, second.readySeconds)];
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

function row(step: string, firstSeconds: number | undefined, secondSeconds: number | undefined) {
  const ratio = firstSeconds && secondSeconds !== undefined ? round(secondSeconds / firstSeconds) : null;
  return {
    step,
    firstSeconds: round(firstSeconds),
    secondSeconds: round(secondSeconds),
    secondToFirst: ratio,
  };
}

function round(seconds: number | undefined): number | null {
  return seconds === undefined ? null : Math.round(seconds * 1000) / 1000;
}
