// Runs a task of this folder on any Node.js from 18 on, in a clone with nothing installed:
//   node scripts/run.mjs [--steps] TASK.ts [arguments]
// With --steps every preparation is reported on standard output; else only one that takes time, on standard error.
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { clientIsCurrent, generateClient } from "./bootstrap/client.mjs";
import {
  dependenciesAreCurrent,
  installDependencies,
  refuseWhileRunning,
} from "./bootstrap/dependencies.mjs";
import { remember } from "./bootstrap/memory.mjs";
import { findNode } from "./bootstrap/node.mjs";
import { BootstrapError, runTask } from "./bootstrap/processes.mjs";
import { report } from "./bootstrap/report.mjs";
import { takeTurn } from "./bootstrap/turn.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const steps = words[0] === "--steps";
const [task, ...args] = steps ? words.slice(1) : words;

try {
  process.chdir(root);
  const node = await findNode(root, (work) => report(steps, "Node.js 24", work));
  if (!isPrepared()) await takeTurn(root, () => prepare(node));
  if (node !== process.execPath) remember(root, "node24", node);
  await runTask(root, node, task, args);
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function isPrepared() {
  return dependenciesAreCurrent(root) && clientIsCurrent(root);
}

async function prepare(node) {
  if (!dependenciesAreCurrent(root)) {
    refuseWhileRunning(root);
    await report(steps, "dependencies", () => installDependencies(root, node));
  }
  if (!clientIsCurrent(root)) await report(steps, "Prisma client", () => generateClient(root, node));
}
