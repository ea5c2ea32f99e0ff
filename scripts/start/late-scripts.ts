import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** Pages that are read: all that they say is in their HTML, and few readers do more than read them. */
const readingPages = ["/(site)/incidents/[publicId]/page", "/(site)/incidents/[publicId]/[slug]/page"];

/** What stands in the place of a reading page's scripts until somebody wants more than to read; a path from the root. */
export const lateLoader = "scripts/start/on-intent.js";

type Manifest = { rootMainFiles: string[]; rootMainFilesTree?: Record<string, string[]> };

/**
 * Lets the scripts that all pages share come late on the reading pages of a production build, which are a few
 * kilobytes then instead of the framework. In the development server they come at once.
 */
export async function deferScripts(root: string): Promise<void> {
  const build = path.join(root, ".next");
  const file = path.join(build, "build-manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8")) as Manifest;
  const scripts = manifest.rootMainFiles.map((name) => `/_next/${name}`);
  const loader = await readFile(path.join(root, lateLoader), "utf8");
  const content = `self.lateScripts = ${JSON.stringify(scripts)};\n${loader}`;
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const name = `static/chunks/on-intent-${hash}.js`;
  await writeFile(path.join(build, name), content);
  const late = Object.fromEntries(readingPages.map((page) => [page, [name]]));
  const rootMainFilesTree = { ...manifest.rootMainFilesTree, ...late };
  await writeFile(file, JSON.stringify({ ...manifest, rootMainFilesTree }));
}
