import { existsSync } from "node:fs";
import process from "node:process";
import { recall } from "./memory.mjs";
import { capture } from "./processes.mjs";

const oldest = [22, 19];

/** @param {string} version such as "22.19.0" */
export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/**
 * The Node.js that runs the tasks: this one when it is recent enough, else the one of last time, else version 24
 * through npm, which keeps it in its own cache.
 * @param {string} root
 * @param {(work: () => Promise<void>) => Promise<void>} reportWork
 * @returns {Promise<string>} path of the program
 */
export async function findNode(root, reportWork) {
  if (isRecentEnough(process.versions.node)) return process.execPath;
  const remembered = recall(root, "node24");
  if (remembered !== "" && existsSync(remembered)) return remembered;
  let found = "";
  await reportWork(async () => {
    const answer = await capture("npx", ["-y", "-p", "node@24", "node", "-p", "process.execPath"], {
      failure: `Sightline needs Node.js ${oldest.join(".")} or later, this is ${process.versions.node}, and npx could not fetch version 24`,
    });
    found = answer.trim().split("\n").at(-1) ?? "";
  });
  return found;
}
