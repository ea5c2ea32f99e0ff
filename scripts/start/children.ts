import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const rememberedCharacters = 20_000;
const patienceMs = 8_000;

type ChildOptions = {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Where the child's output goes as it comes; it is remembered in any case. */
  show?: (text: string) => void;
};

export type Child = {
  pid: number;
  /** The last of what it said, both streams. */
  output: () => string;
  ended: Promise<number | null>;
  /** Asks it to end, with everything it started itself; insists after a few seconds. */
  stop: () => Promise<void>;
};

/** A child in a process group of its own, so that a Ctrl-C at the terminal reaches it only through its parent. */
export function startChild(command: string, args: string[], options: ChildOptions): Child {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const listen = (text: string) => {
    said = (said + text).slice(-rememberedCharacters);
    options.show?.(text);
  };
  child.stdout.setEncoding("utf8").on("data", listen);
  child.stderr.setEncoding("utf8").on("data", listen);
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      listen(error.message);
      resolve(1);
    });
    child.once("close", resolve);
  });
  return { pid: child.pid ?? 0, output: () => said, ended, stop: () => stopGroup(child, ended) };
}

async function stopGroup(child: ChildProcess, ended: Promise<unknown>) {
  signalGroup(child, "SIGTERM");
  const impatience = new AbortController();
  const tooLong = sleep(patienceMs, "late" as const, { signal: impatience.signal }).catch(
    () => "done" as const,
  );
  const first = await Promise.race([ended, tooLong]);
  impatience.abort();
  if (first === "late") signalGroup(child, "SIGKILL");
  await ended;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
