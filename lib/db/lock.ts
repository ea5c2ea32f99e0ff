import "server-only";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { inspectDataFolder } from "./data-folder";
import { identityOf, isRunning, type ProcessIdentity } from "./process-identity";
import { StartError } from "./start-error";

const lockName = "lock.json";
const takeoverAttempts = 5;

/** How long a process left over from a killed start gets to end by itself. */
const leftoverPatienceMs = 10_000;
/** How long a start waits for another that has begun to stop. */
const endingPatienceMs = 20_000;
const pollMs = 50;

const identitySchema = z.object({ pid: z.number().int(), startedAt: z.string().nullable() });

const lockSchema = z.object({
  owner: identitySchema,
  /** What the person typed, such as "npm start". */
  command: z.string(),
  since: z.string(),
  /** Processes of the owner's that must not outlive it. The database server is not among them. */
  children: z.array(identitySchema),
  /** Whether the owner is about to let go: worth waiting for. */
  ending: z.boolean(),
});

type LockContent = z.infer<typeof lockSchema>;

export type FolderLock = {
  /** Remembers a child, so that a start after a kill -9 can end it. */
  addChild: (pid: number) => Promise<void>;
  /** Lets the next start wait for the release instead of being refused. */
  announceEnding: () => Promise<void>;
  release: () => Promise<void>;
};

/**
 * Takes the data folder for this process. A lock whose owner no longer runs is taken over, and the owner's
 * surviving children are ended first. Throws StartError when the owner runs, or when the folder is not usable.
 */
export async function acquireLock(dataDir: string, command: string): Promise<FolderLock> {
  const root = path.resolve(dataDir);
  await inspectDataFolder(root);
  const file = path.join(root, lockName);
  const owner = await identityOf(process.pid);
  const content: LockContent = {
    owner,
    command,
    since: new Date().toISOString(),
    children: [],
    ending: false,
  };
  for (let attempt = 1; attempt <= takeoverAttempts; attempt += 1) {
    if (await createWhole(file, content)) return handleOf(file, content);
    const holder = await waitWhileEnding(file);
    if (holder && (await isRunning(holder.owner))) throw alreadyRunning(root, holder);
    await clearStale(file, holder);
  }
  throw new StartError(`Another start is taking the data folder ${root} at this moment: try again.`);
}

/** Whether a live process holds the folder. */
export async function isLocked(dataDir: string): Promise<boolean> {
  const holder = await readLock(path.join(path.resolve(dataDir), lockName));
  return holder !== null && (await isRunning(holder.owner));
}

/** What the lock says, once its owner, if it announced its end, has ended. */
async function waitWhileEnding(file: string): Promise<LockContent | null> {
  const deadline = Date.now() + endingPatienceMs;
  for (;;) {
    const holder = await readLock(file);
    if (!holder?.ending || Date.now() > deadline || !(await isRunning(holder.owner))) return holder;
    await sleep(pollMs);
  }
}

function alreadyRunning(root: string, holder: LockContent): StartError {
  return new StartError(
    `Sightline already runs on the data folder ${root} (${holder.command}, process ${holder.owner.pid}, since ${holder.since}): stop it first, or choose another folder with SIGHTLINE_DATA_DIR.`,
  );
}

/** Creates the file with its content in one step, so that nobody ever reads half a lock. False when it exists. */
async function createWhole(file: string, content: LockContent): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(content));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves a dead owner's lock aside, and puts it back when it meanwhile was replaced by a live one. */
async function clearStale(file: string, stale: LockContent | null) {
  for (const child of stale?.children ?? []) await endProcess(child);
  const aside = `${file}.stale.${process.pid}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  const found = await readLock(aside);
  if (found && (await isRunning(found.owner))) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

async function endProcess(child: ProcessIdentity) {
  const deadline = Date.now() + leftoverPatienceMs;
  for (let signal: NodeJS.Signals = "SIGTERM"; await isRunning(child); ) {
    if (Date.now() > deadline) signal = "SIGKILL";
    try {
      process.kill(child.pid, signal);
    } catch {
      return;
    }
    await sleep(pollMs);
  }
}

async function readLock(file: string): Promise<LockContent | null> {
  const text = await readFile(file, "utf8").catch(() => "");
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function handleOf(file: string, content: LockContent): FolderLock {
  const rewrite = async () => {
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, JSON.stringify(content));
    await rename(draft, file);
  };
  return {
    addChild: async (pid) => {
      content.children.push(await identityOf(pid));
      await rewrite();
    },
    announceEnding: async () => {
      content.ending = true;
      await rewrite();
    },
    release: async () => {
      await rm(file, { force: true });
    },
  };
}
