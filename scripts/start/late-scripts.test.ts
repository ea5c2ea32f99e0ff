import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deferScripts, lateLoader } from "./late-scripts";

let root = "";
const manifestFile = () => path.join(root, ".next", "build-manifest.json");
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "sightline-late-"));
  await mkdir(path.join(root, ".next", "static", "chunks"), { recursive: true });
  await cp(path.resolve(lateLoader), path.join(root, lateLoader));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe("deferScripts", () => {
  it("puts the loader, which knows the scripts, in their place on permalinks alone", async () => {
    const before = { rootMainFiles: ["static/chunks/a.js", "static/chunks/b.js"], other: 1 };
    await writeFile(manifestFile(), JSON.stringify(before));
    await deferScripts(root);
    const after: unknown = JSON.parse(await readFile(manifestFile(), "utf8"));
    const [name = ""] = await readdir(path.join(root, ".next", "static", "chunks"));
    const only = [`static/chunks/${name}`];
    expect(after).toEqual({
      ...before,
      rootMainFilesTree: {
        "/(site)/incidents/[publicId]/page": only,
        "/(site)/incidents/[publicId]/[slug]/page": only,
      },
    });
    const loader = await readFile(path.join(root, ".next", "static", "chunks", name), "utf8");
    expect(loader).toContain('["/_next/static/chunks/a.js","/_next/static/chunks/b.js"]');
  });

  it("fails on a build that has no list of scripts", async () => {
    await expect(deferScripts(root)).rejects.toThrow("ENOENT");
  });
});
