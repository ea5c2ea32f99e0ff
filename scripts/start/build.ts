import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { diskFullSentence } from "@/lib/db/data-folder";
import { isDiskFull, StartError } from "@/lib/db/start-error";
import { takeTurn } from "../bootstrap/turn.mjs";
import { type Child, startChild } from "./children";
import { deferScripts, lateLoader } from "./late-scripts";

/** Everything that the production build is made of; a path that does not exist counts as empty. */
const inputs = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "prisma/reference",
  "prisma/demo",
  "instrumentation.ts",
  "next.config.ts",
  "proxy.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  lateLoader,
];

const ignored = /\.test\.tsx?$|^lib\/db\/generated\//;
const stampFile = path.join(".next", "sightline-build");

/** Builds for production when something it is made of has changed. Returns whether it did. Throws StartError. */
export async function ensureBuild(
  root: string,
  onStarted?: (child: Child) => Promise<void>,
): Promise<boolean> {
  if (await isBuilt(root)) return false;
  return await takeTurn(root, async () => ((await isBuilt(root)) ? false : await build(root, onStarted)));
}

async function isBuilt(root: string): Promise<boolean> {
  const current = await readFile(path.join(root, stampFile), "utf8").catch(() => "");
  return current === (await fingerprint(root, inputs)) && existsSync(path.join(root, ".next", "BUILD_ID"));
}

async function build(root: string, onStarted?: (child: Child) => Promise<void>): Promise<boolean> {
  const stamp = path.join(root, stampFile);
  const wanted = await fingerprint(root, inputs);
  await rm(stamp, { force: true });
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const child = startChild(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
  });
  await onStarted?.(child);
  if ((await child.ended) !== 0) throw buildFailure(root, child.output());
  await deferScripts(root);
  await writeFile(stamp, wanted);
  return true;
}

function buildFailure(root: string, output: string): StartError {
  if (output.includes("Another next build process")) {
    return new StartError(`Another start is building Sightline in ${root}: wait for it, then start again.`);
  }
  if (isDiskFull(new Error(output))) return new StartError(diskFullSentence(root));
  return new StartError(`The production build failed:\n${output.trim()}`);
}

/** SHA-256 over the names and contents of all files below the given paths, in a fixed order. */
export async function fingerprint(root: string, paths: string[]): Promise<string> {
  const files = (await Promise.all(paths.map((entry) => filesBelow(root, entry)))).flat().sort();
  const hash = createHash("sha256");
  for (const file of files.filter((name) => !ignored.test(name))) {
    const content = await readFile(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

async function filesBelow(root: string, entry: string): Promise<string[]> {
  const absolute = path.join(root, entry);
  if (!existsSync(absolute)) return [];
  const children = await readdir(absolute, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOTDIR") return null;
      throw error;
    },
  );
  if (children === null) return [entry];
  return children
    .filter((child) => child.isFile())
    .map((child) => path.relative(root, path.join(child.parentPath, child.name)).replaceAll("\\", "/"));
}
