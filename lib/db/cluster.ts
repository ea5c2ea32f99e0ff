import "server-only";
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { DataFolder } from "./data-folder";
import { commandOf } from "./process-identity";
import { runCommand, type ServerAccount } from "./server-account";
import { runProgram, type ServerPrograms } from "./server-programs";

/** The bootstrap role of every cluster made here. */
export const superuser = "postgres";

/** Seconds that a server left over from a killed start gets to end in order. */
const leftoverPatienceSeconds = 60;

/** Made beside its place and renamed: a start killed halfway leaves nothing that looks like a cluster. */
export async function createCluster(
  folder: DataFolder,
  programs: ServerPrograms,
  account: ServerAccount,
  durable: boolean,
): Promise<void> {
  const draft = `${folder.cluster}.new`;
  const passwordFile = `${folder.cluster}.password`;
  await rm(draft, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${folder.marker.superuserPassword}\n`, { mode: 0o600 });
  try {
    if (account.owner) {
      await chown(passwordFile, account.owner.uid, account.owner.gid);
      await chown(draft, account.owner.uid, account.owner.gid);
    }
    await runProgram(programs.initdb, initdbArguments(draft, passwordFile, durable), account);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, folder.cluster);
}

function initdbArguments(cluster: string, passwordFile: string, durable: boolean): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // PostgreSQL's own collation: the same order and the same lower case on every system.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${process.platform === "linux" ? "C.UTF-8" : "C"}`,
    ...(durable ? [] : ["--no-sync"]),
  ];
}

/** A cluster that root ran under another account before changes hands: the server insists on owning its folder. */
export async function giveTo(account: ServerAccount, cluster: string): Promise<void> {
  if (!account.owner || (await stat(cluster)).uid === account.owner.uid) return;
  await runCommand(["chown", "-R", `${account.owner.uid}:${account.owner.gid}`, cluster]);
}

/**
 * Ends a server that outlived a killed start, so that its shutdown writes everything down; removes the pid file of
 * one that did not, when its number meanwhile belongs to some other program.
 */
export async function stopLeftover(
  folder: DataFolder,
  programs: ServerPrograms,
  account: ServerAccount,
): Promise<void> {
  const pidFile = path.join(folder.cluster, "postmaster.pid");
  const pid = Number.parseInt(await readFile(pidFile, "utf8").catch(() => ""), 10);
  if (!(pid > 0)) return;
  const command = await commandOf(pid);
  if (command?.includes(folder.cluster)) {
    const patience = ["-w", "-t", String(leftoverPatienceSeconds)];
    await runProgram(programs.pg_ctl, ["stop", "-D", folder.cluster, "-m", "fast", ...patience], account);
  } else {
    await rm(pidFile, { force: true });
  }
}
