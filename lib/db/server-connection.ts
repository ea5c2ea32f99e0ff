import "server-only";
import { Client } from "pg";
import { StartError } from "./start-error";

const minimumServerVersion = 15;
const connectPatienceMs = 10_000;

/**
 * One connection to the server that a URL names, for the work of a start. Throws StartError, never with the
 * password, when it cannot be reached, refuses, or is older than PostgreSQL 15.
 */
export async function connectToServer(databaseUrl: string): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: "sightline-start",
    connectionTimeoutMillis: connectPatienceMs,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await requireServerVersion(client);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error instanceof StartError ? error : unreachable(databaseUrl, error);
  }
}

async function requireServerVersion(client: Client) {
  const result = await client.query<{ server_version: string }>("SHOW server_version");
  const version = result.rows[0]?.server_version ?? "";
  if (Number.parseInt(version, 10) >= minimumServerVersion) return;
  throw new StartError(
    `The database server is PostgreSQL ${version}; Sightline needs ${minimumServerVersion} or later.`,
  );
}

function unreachable(databaseUrl: string, error: unknown): StartError {
  const { host, pathname } = new URL(databaseUrl);
  return new StartError(
    `The database${pathname.length > 1 ? ` ${pathname.slice(1)}` : ""} at ${host || "the local server"} cannot be used (${reasonOf(error)}): check DATABASE_URL and that the server runs.`,
    { cause: error },
  );
}

/** A refused connection to several addresses comes as an error without words, but with a code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  const code = "code" in error ? String(error.code) : "";
  return error.message || code || "unknown reason";
}
