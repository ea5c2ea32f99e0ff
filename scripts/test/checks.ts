import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { type Child, startChild } from "../start/children";

export type Outcome = { passed: number; failed: number; output: string };

export type Check = { name: string; run: (tools: Tools) => Promise<Outcome> };

export type Tools = { root: string; onStarted: (child: Child) => void };

/** Checks that look at the files alone. */
export const staticChecks: Check[] = [
  {
    name: "format and lint",
    run: program("@biomejs/biome/bin/biome", ["ci", "--colors=off", "--error-on-warnings", "."]),
  },
  { name: "route types", run: program("next/dist/bin/next", ["typegen"]) },
  { name: "types", run: program("typescript/bin/tsc", ["--noEmit"]) },
  {
    name: "layers",
    run: program("dependency-cruiser/bin/dependency-cruiser.mjs", [
      "app",
      "components",
      "lib",
      "scripts",
      "bench",
    ]),
  },
  { name: "dead code", run: program("knip/bin/knip.js", []) },
];

export const unitTests: Check = { name: "unit tests", run: vitest("unit") };
export const databaseTests: Check = { name: "database tests", run: vitest("database") };
export const browserTests: Check = { name: "browser tests", run: playwright };

/** A tool from node_modules that passes or fails as one. */
function program(script: string, args: string[]): Check["run"] {
  return async (tools) => {
    const { exitCode, output } = await runTool(tools, script, args);
    return exitCode === 0 ? { passed: 1, failed: 0, output: "" } : { passed: 0, failed: 1, output };
  };
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

function vitest(project: string): Check["run"] {
  return async (tools) =>
    await withReport(async (report) => {
      const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
      const result = await runTool(tools, "vitest/vitest.mjs", ["run", "--project", project, ...reporters]);
      const counts = vitestReport.safeParse(await readJson(report)).data;
      return tally(result, counts?.numPassedTests ?? 0, counts?.numFailedTests ?? 0);
    });
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

async function playwright(tools: Tools): Promise<Outcome> {
  return await withReport(async (report) => {
    const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const args = ["test", "--reporter=list,json"];
    const result = await runTool(tools, "@playwright/test/cli.js", args, env);
    const stats = playwrightReport.safeParse(await readJson(report)).data?.stats;
    return tally(result, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
  });
}

type ToolResult = { exitCode: number | null; output: string };

/** A tool that fails without naming a failed test has failed as a whole; one that ran nothing proves nothing. */
export function tally(result: ToolResult, passed: number, failed: number): Outcome {
  const failedAsWhole = failed === 0 && (result.exitCode !== 0 || passed === 0);
  const failures = failedAsWhole ? 1 : failed;
  return { passed, failed: failures, output: failures > 0 ? result.output : "" };
}

async function runTool(tools: Tools, script: string, args: string[], env: Record<string, string> = {}) {
  const file = path.join(tools.root, "node_modules", script);
  const child = startChild(process.execPath, ["--disable-warning=ExperimentalWarning", file, ...args], {
    cwd: tools.root,
    env: { ...process.env, ...env, FORCE_COLOR: "0" },
  });
  tools.onStarted(child);
  return { exitCode: await child.ended, output: child.output() };
}

async function withReport(run: (file: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), "sightline-report-"));
  try {
    return await run(path.join(folder, "report.json"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return null;
  }
}
