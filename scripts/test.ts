import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/lib/db/embedded";
import { report } from "./bootstrap/report.mjs";
import { ensureBuild } from "./start/build";
import { runLifecycle } from "./start/lifecycle";
import {
  browserTests,
  type Check,
  databaseTests,
  type Outcome,
  staticChecks,
  unitTests,
} from "./test/checks";
import { ensureChromium } from "./test/chromium";

/** Everything that proves Sightline, from formatting to a real browser; with --fast what needs neither. */
const fast = process.argv.includes("--fast");
const build: Check = {
  name: "production build",
  run: async ({ root }) => {
    await ensureBuild(root);
    return { passed: 1, failed: 0, output: "" };
  },
};
const checks = fast
  ? [...staticChecks, unitTests]
  : [
      ...staticChecks,
      unitTests,
      databaseTests,
      build,
      { ...browserTests, run: withFreshServer(browserTests.run) },
    ];

runLifecycle(async (life) => {
  const total = { passed: 0, failed: 0 };
  const failures: { name: string; output: string }[] = [];
  const tools = {
    root: process.cwd(),
    onStarted: (child: { stop: () => Promise<void> }) => life.defer(child.stop),
  };
  for (const check of checks) {
    const outcome = await report(true, check.name, () => settle(check, tools), inWords);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    if (outcome.failed > 0) failures.push({ name: check.name, output: outcome.output });
  }
  for (const { name, output } of failures) console.log(`\n--- ${name}\n${output.trim()}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  life.end(total.failed > 0 ? 1 : 0);
});

function inWords({ passed, failed }: Outcome): string {
  return failed > 0 ? `${passed} passed, ${failed} FAILED` : `${passed} passed`;
}

/** A check that cannot even run has failed. */
async function settle(check: Check, tools: Parameters<Check["run"]>[0]): Promise<Outcome> {
  try {
    return await check.run(tools);
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

/** Gives the browser tests a browser, and their server a port and an empty data folder of its own. */
function withFreshServer(run: Check["run"]): Check["run"] {
  return async (tools) => {
    const chromium = ensureChromium();
    if (chromium) process.env.CHROMIUM_PATH = chromium;
    const dataDir = await mkdtemp(path.join(tmpdir(), "sightline-e2e-"));
    process.env.SIGHTLINE_E2E_DATA_DIR = dataDir;
    process.env.SIGHTLINE_E2E_PORT = String(await freePort());
    try {
      return await run(tools);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  };
}
