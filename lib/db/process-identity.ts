import "server-only";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A process for as long as it lives: numbers are given out again, a number with its start is not. */
export type ProcessIdentity = {
  pid: number;
  /** An opaque text; null where the system does not tell. */
  startedAt: string | null;
};

export async function identityOf(pid: number): Promise<ProcessIdentity> {
  return { pid, startedAt: await startOf(pid) };
}

/** Whether this very process still runs. Where the system tells no start, a live number counts as the same. */
export async function isRunning(identity: ProcessIdentity): Promise<boolean> {
  if (!exists(identity.pid)) return false;
  const startedAt = await startOf(identity.pid);
  return startedAt === null || identity.startedAt === null || startedAt === identity.startedAt;
}

/** The command line of a process, or null when it cannot be seen. */
export async function commandOf(pid: number): Promise<string | null> {
  if (process.platform === "linux") {
    const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    return text === "" ? null : text.replaceAll("\0", " ").trim();
  }
  return await ps(pid, "command=");
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function startOf(pid: number): Promise<string | null> {
  if (process.platform !== "linux") return await ps(pid, "lstart=");
  const [stat, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, "utf8").catch(() => ""),
    readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => ""),
  ]);
  return startFromStat(stat, boot.trim());
}

/**
 * Field 22 of proc_pid_stat(5), clock ticks since boot, with the boot it counts from. The second field, the
 * program's name in brackets, may hold blanks and brackets itself. A zombie (state Z) has ended: null start "ended".
 */
export function startFromStat(stat: string, boot: string): string | null {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, ticks] = [fields[0], fields[19]];
  if (ticks === undefined) return null;
  return state === "Z" ? "ended" : `${boot}:${ticks}`;
}

async function ps(pid: number, field: string): Promise<string | null> {
  const { stdout } = await run("ps", ["-o", field, "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout.trim() || null;
}
