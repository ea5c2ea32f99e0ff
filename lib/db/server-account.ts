import "server-only";
import { execFile, execFileSync } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { StartError } from "./start-error";

const run = promisify(execFile);
const accountName = "postgres";

/** How the programs of PostgreSQL are started: under which ids, behind which command, owning which files. */
export type ServerAccount = {
  /** For `spawn`; empty when the starting user runs the server himself. */
  ids: { uid?: number; gid?: number };
  /** A command that runs the rest of its arguments. */
  prefix: string[];
  /** Who must own the cluster; null when it is the starting user anyway. */
  owner: { uid: number; gid: number } | null;
};

const namespaceCommand = ["unshare", "--user", "--map-user=1000", "--map-group=1000", "--"] as const;

const ordinary: ServerAccount = { ids: {}, prefix: [], owner: null };

/**
 * PostgreSQL refuses to run as root, so root starts it as the system user `postgres` (made when missing). When a
 * parent of one of the folders is closed to that user, a user namespace in which root carries another number does.
 * Throws StartError when neither is possible.
 */
export async function chooseServerAccount(folders: string[]): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return ordinary;
  const ids = lookUp() ?? create();
  const closed = await firstClosed(folders, ids);
  if (closed === null) return { ids, prefix: [], owner: ids };
  const [command, ...rest] = namespaceCommand;
  if (await works([command, ...rest, "true"]))
    return { ids: {}, prefix: [...namespaceCommand], owner: { uid: 0, gid: 0 } };
  throw new StartError(
    `PostgreSQL refuses to run as root, and its own user "${accountName}" may not pass through ${closed}: allow that (chmod o+x ${closed}), move Sightline to an open folder such as /opt/sightline, or start it as an ordinary user.`,
  );
}

/** The first folder on the way to one of the given ones that the user may not pass through. */
async function firstClosed(folders: string[], ids: { uid: number; gid: number }): Promise<string | null> {
  for (const folder of folders) {
    const { root } = path.parse(folder);
    const steps = folder.slice(root.length).split(path.sep);
    for (let count = 1; count <= steps.length; count += 1) {
      const step = path.join(root, ...steps.slice(0, count));
      const { mode, uid, gid } = await stat(step);
      const bit = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return step;
    }
  }
  return null;
}

async function works(command: [string, ...string[]]): Promise<boolean> {
  return await runCommand(command).then(
    () => true,
    () => false,
  );
}

export async function runCommand([command, ...args]: [string, ...string[]]): Promise<void> {
  await run(command, args);
}

function lookUp(): { uid: number; gid: number } | null {
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    return null;
  }
}

function create(): { uid: number; gid: number } {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", accountName], { stdio: "pipe" });
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch (cause) {
    throw new StartError(
      `PostgreSQL refuses to run as root, and a system user "${accountName}" for it could not be made: start Sightline as an ordinary user.`,
      { cause },
    );
  }
}

function idOf(flag: "-u" | "-g"): number {
  return Number.parseInt(execFileSync("id", [flag, accountName], { encoding: "utf8", stdio: "pipe" }), 10);
}
