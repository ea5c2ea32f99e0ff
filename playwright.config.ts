import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "./scripts/test/chromium";

// Playwright reads this file again in every worker, which must come to the same answers as the first time.
process.env.SIGHTLINE_E2E_PORT ??= String(20_000 + (process.pid % 10_000));
process.env.SIGHTLINE_E2E_DATA_DIR ??= path.join(tmpdir(), `sightline-e2e-${process.pid}`);
process.env.SIGHTLINE_ADMIN_EMAIL = "editor@example.org";
process.env.SIGHTLINE_ADMIN_PASSWORD = "browser-tests-only";

const baseURL = `http://localhost:${process.env.SIGHTLINE_E2E_PORT}`;
const chromium = findChromium();

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    baseURL,
    browserName: "chromium",
    trace: "retain-on-failure",
    launchOptions: { args: chromiumArguments, ...(chromium ? { executablePath: chromium } : {}) },
  },
  // A start like anybody's, on an empty data folder, with the demo; SIGTERM ends it like anybody's.
  webServer: {
    command: "exec node scripts/run.mjs --steps start.ts",
    url: `${baseURL}/api/health`,
    env: {
      PORT: process.env.SIGHTLINE_E2E_PORT,
      SIGHTLINE_DATA_DIR: process.env.SIGHTLINE_E2E_DATA_DIR,
      SIGHTLINE_URL: baseURL,
      DATABASE_URL: "",
    },
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
