import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = {
  alias: [
    { find: /^@\//, replacement: root },
    { find: /^server-only$/, replacement: `${root}scripts/test/server-only.ts` },
  ],
};
const databaseTests = ["lib/**/*.db.test.ts", "app/**/*.db.test.ts", "scripts/**/*.db.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: [
            "app/**/*.test.{ts,tsx}",
            "components/**/*.test.{ts,tsx}",
            "lib/**/*.test.{ts,tsx}",
            "scripts/**/*.test.{ts,mjs}",
          ],
          exclude: [...databaseTests, "node_modules/**"],
          // No test asserts a duration; a loaded machine must not fail one that is only slow.
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        // Against a real PostgreSQL: one scratch server for the run, a copy of its template for each file.
        test: {
          name: "database",
          include: databaseTests,
          globalSetup: `${root}scripts/test/database-server.ts`,
          setupFiles: `${root}scripts/test/database.ts`,
          env: { SIGHTLINE_SECRET: "a-secret-of-the-tests-of-32-letters-or-more" },
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
