import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, escapeLiteral } from "pg";
import { createCluster, giveTo, stopLeftover, superuser } from "./cluster";
import { type DataFolder, diskFullSentence, openDataFolder, writeMarker } from "./data-folder";
import { chooseServerAccount, type ServerAccount } from "./server-account";
import { commandLine, findServerPrograms, type ServerPrograms, serverEnvironment } from "./server-programs";
import { isDiskFull, StartError } from "./start-error";

const applicationRole = "sightline";
const applicationDatabase = "sightline";

/** Backends of a killed server need a moment to notice; a start that meets them is repeated. */
const startAttempts = 20;
const attemptPauseMs = 500;
const answerPauseMs = 20;

export type EmbeddedDatabase = {
  /** For the application: owner of its database, not a superuser. */
  url: string;
  /** For tests, which make and drop databases of their own. */
  superuserUrl: string;
  pid: number;
  /** A fast shutdown: open transactions end, what was acknowledged is on the disk. May be called twice. */
  stop: () => Promise<void>;
  /** Settles when the server has ended, with the last lines it said. */
  ended: Promise<string>;
};

export type EmbeddedOptions = {
  /** Absolute or relative to the working directory; made when missing. */
  dataDir: string;
  /** False only for tests: faster, and nothing survives a power cut. */
  durable?: boolean;
};

/**
 * Starts PostgreSQL on a folder, listening on 127.0.0.1 alone, and waits until it answers; the first start makes
 * the cluster, its role and its database. A server left over from a killed start is stopped first.
 * The caller holds the lock of the folder. Throws StartError.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = path.resolve(options.dataDir);
  const durable = options.durable ?? true;
  try {
    const folder = await openDataFolder(dataDir);
    const programs = await findServerPrograms();
    const account = await chooseServerAccount([dataDir, path.dirname(programs.postgres)]);
    if (!folder.hasCluster) await createCluster(folder, programs, account, durable);
    await giveTo(account, folder.cluster);
    await stopLeftover(folder, programs, account);
    const database = await launch(folder, programs, account, durable);
    await ensureApplicationDatabase(database.superuserUrl, folder.marker.password).catch(async (error) => {
      await database.stop();
      throw error;
    });
    return database;
  } catch (error) {
    if (isDiskFull(error)) throw new StartError(diskFullSentence(dataDir), { cause: error });
    throw error;
  }
}

/** The URL of the database that another process runs on this folder at the moment. */
export async function urlOfRunning(dataDir: string): Promise<string> {
  const { marker } = await openDataFolder(path.resolve(dataDir));
  return urlOf(applicationRole, marker.password, marker.port, applicationDatabase);
}

async function launch(
  folder: DataFolder,
  programs: ServerPrograms,
  account: ServerAccount,
  durable: boolean,
): Promise<EmbeddedDatabase> {
  let said = "";
  for (let attempt = 1; attempt <= startAttempts; attempt += 1) {
    const port = await choosePort(folder);
    const server = spawnServer(folder, programs, account, serverSettings(port, durable));
    if (await answers(server, port, folder.marker.superuserPassword))
      return runningDatabase(folder, port, server);
    said = await server.ended;
    if (!/shared memory block|Address already in use|could not bind/.test(said)) break;
    await sleep(attemptPauseMs);
  }
  if (isDiskFull(new Error(said))) throw new StartError(diskFullSentence(folder.root));
  throw new StartError(
    `PostgreSQL did not start on ${folder.cluster}: ${lastLine(said)} (more in ${path.join(folder.cluster, "log")}).`,
  );
}

type RunningServer = { child: ChildProcess; ended: Promise<string> };

/** A session of its own, so that a Ctrl-C at the terminal does not reach it before the application has stopped. */
function spawnServer(
  folder: DataFolder,
  programs: ServerPrograms,
  account: ServerAccount,
  settings: Record<string, string>,
): RunningServer {
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, ...rest] = commandLine(programs.postgres, ["-D", folder.cluster, ...args], account);
  const child = spawn(command, rest, {
    ...account.ids,
    cwd: "/",
    detached: true,
    env: serverEnvironment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const lines: string[] = [];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    lines.push(text);
    lines.splice(0, lines.length - 50);
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", () => resolve(lines.join("")));
  });
  return { child, ended };
}

/** Sized for a small machine that runs the application as well. */
function serverSettings(port: number, durable: boolean): Record<string, string> {
  return {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    shared_buffers: durable ? "256MB" : "64MB",
    effective_cache_size: "1GB",
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    random_page_cost: "1.1",
    max_wal_size: "1GB",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    logging_collector: "on",
    log_filename: "postgresql-%a.log",
    log_truncate_on_rotation: "on",
    log_rotation_age: "1d",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
}

/** Waits for the first connection; false when the server ended instead. Crash recovery may take its time. */
async function answers(server: RunningServer, port: number, password: string): Promise<boolean> {
  let running = true;
  void server.ended.then(() => {
    running = false;
  });
  while (running) {
    const client = new Client({ connectionString: urlOf(superuser, password, port, "postgres") });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("SELECT 1");
      return true;
    } catch (error) {
      if (isRefusedForGood(error)) {
        server.child.kill("SIGINT");
        await server.ended;
        throw error;
      }
      await sleep(answerPauseMs);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

/** A wrong password never becomes right: the marker file and the cluster are not of one another. */
function isRefusedForGood(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "28P01";
}

function runningDatabase(folder: DataFolder, port: number, server: RunningServer): EmbeddedDatabase {
  const { password, superuserPassword } = folder.marker;
  return {
    url: urlOf(applicationRole, password, port, applicationDatabase),
    superuserUrl: urlOf(superuser, superuserPassword, port, "postgres"),
    pid: server.child.pid ?? 0,
    ended: server.ended,
    stop: async () => {
      server.child.kill("SIGINT");
      await server.ended;
    },
  };
}

/** Creates what the first start needs; does nothing on later ones. */
async function ensureApplicationDatabase(superuserUrl: string, password: string) {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [applicationRole]);
    if (role.rowCount === 0) {
      await client.query(`CREATE ROLE ${applicationRole} LOGIN PASSWORD ${escapeLiteral(password)}`);
    }
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
      applicationDatabase,
    ]);
    if (database.rowCount === 0) {
      await client.query(`CREATE DATABASE ${applicationDatabase} OWNER ${applicationRole}`);
    }
  } finally {
    await client.end();
  }
}

/** The port of last time when it is free, so that tools may keep it; else any free one. */
async function choosePort(folder: DataFolder): Promise<number> {
  if (folder.marker.port !== 0 && (await isFree(folder.marker.port))) return folder.marker.port;
  const port = await freePort();
  folder.marker.port = port;
  await writeMarker(folder.root, folder.marker);
  return port;
}

async function isFree(port: number): Promise<boolean> {
  return await freePort(port).then(
    () => true,
    () => false,
  );
}

/** A port of 127.0.0.1 that nobody listens on at this moment: the given one or any. Rejects when it is taken. */
export async function freePort(wanted = 0): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: wanted, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : wanted));
    });
  });
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "it said nothing";
}
