import { spawn } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";
import process from "node:process";

/** Why a task cannot even begin: one sentence for the person at the terminal. */
export class BootstrapError extends Error {}

const parentPollMs = 200;
const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program to its end and returns what it printed; a BootstrapError begins with the given words.
 * @param {string} command
 * @param {string[]} args
 * @param {{ failure: string, env?: NodeJS.ProcessEnv, cwd?: string }} options
 * @returns {Promise<string>} standard output
 */
export function capture(command, args, { failure, env = process.env, cwd }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (text) => (said.stdout += text));
    child.stderr.on("data", (text) => (said.stderr += text));
    const stopForwarding = forwardSignals(child);
    child.once("error", (error) => reject(new BootstrapError(`${failure}: ${error.message}`)));
    child.once("close", (code) => {
      stopForwarding();
      if (code === 0) resolve(said.stdout);
      else reject(new BootstrapError(explain(failure, `${said.stdout}\n${said.stderr}`)));
    });
  });
}

/**
 * Runs a TypeScript task with the given Node.js; its streams, signals and exit code are this process's.
 * @param {string} root
 * @param {string} node path of the program
 * @param {string} task file in scripts/
 * @param {string[]} args
 */
export async function runTask(root, node, task, args) {
  const flags = ["--disable-warning=ExperimentalWarning", "--conditions=react-server", "--import=tsx"];
  const child = spawn(node, [...flags, path.join(root, "scripts", task), ...args], {
    stdio: "inherit",
    env: environmentWith(node),
  });
  forwardSignals(child);
  onParentGone(() => child.kill("SIGTERM"));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (...ending) => resolve(ending));
  });
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
}

/**
 * Calls back once when the parent has ended without a word, as npm does when it is killed outright: what it started
 * must not go on unseen. Only below npm; a program that was put into the background on purpose may lose its parent.
 * @param {() => void} callback
 */
export function onParentGone(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, parentPollMs);
  timer.unref();
}

/** The environment in which `node` means the given program, for whatever a task starts itself. */
export function environmentWith(node) {
  const search = `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ""}`;
  return { ...process.env, PATH: search, NEXT_TELEMETRY_DISABLED: "1" };
}

function forwardSignals(child) {
  const listeners = forwarded.map((signal) => [signal, () => child.kill(signal)]);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}

function explain(failure, output) {
  if (/ENOSPC|No space left on device|EDQUOT/.test(output)) {
    return "The disk is full: free some space on it, then start again.";
  }
  const lines = output.split("\n").map((line) => line.trim());
  const errors = lines.filter((line) => /error/i.test(line) && line !== "npm error");
  const telling = errors.length > 0 ? errors.slice(0, 8) : lines.filter((line) => line !== "").slice(-8);
  return `${failure}:\n${telling.join("\n")}`;
}
