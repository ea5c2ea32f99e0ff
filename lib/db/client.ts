import "server-only";
import { env } from "@/lib/env";
import { UtcAdapter } from "./adapter";
import { type Prisma, PrismaClient } from "./generated/client";

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;
/** What a read accepts: the client, or the transaction it takes part in. */
export type Reader = Database | Transaction;

const CONNECTIONS = 10;

/** Where the database is, for connections beside the pool. Throws when nothing says so. */
export function databaseUrl(): string {
  const connectionString = env().DATABASE_URL;
  if (!connectionString) {
    throw new Error("DATABASE_URL is not set: start Sightline with npm start, which sets it.");
  }
  return connectionString;
}

function connect(): Database {
  return new PrismaClient({ adapter: new UtcAdapter({ connectionString: databaseUrl(), max: CONNECTIONS }) });
}

// The development server loads this module again at each change; the pool must not be opened again with it.
const held = globalThis as typeof globalThis & { sightlineDatabase?: Database };

/** The database of this process; opened at the first use. */
export function database(): Database {
  held.sightlineDatabase ??= connect();
  return held.sightlineDatabase;
}

/** Closes the pool; for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  await held.sightlineDatabase?.$disconnect();
  held.sightlineDatabase = undefined;
}
