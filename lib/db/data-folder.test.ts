import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inspectDataFolder, openDataFolder } from "./data-folder";

let parent = "";
const asRoot = process.getuid?.() === 0;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), "sightline-folder-"));
});

afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

describe("openDataFolder", () => {
  it("makes a folder whose passwords only its owner can read, and finds the same ones again", async () => {
    const root = path.join(parent, "new", "data");
    const first = await openDataFolder(root);
    expect(first.hasCluster).toBe(false);
    expect((await stat(path.join(root, "sightline.json"))).mode & 0o777).toBe(0o600);
    expect((await openDataFolder(root)).marker).toEqual(first.marker);
  });

  it("refuses a folder with somebody else's files, and leaves it as it was", async () => {
    await writeFile(path.join(parent, "thesis.txt"), "mine");
    await expect(openDataFolder(parent)).rejects.toThrow("thesis.txt");
    await expect(stat(path.join(parent, "sightline.json"))).rejects.toThrow("ENOENT");
  });

  it("refuses the data of another major version of PostgreSQL", async () => {
    await openDataFolder(parent);
    await mkdir(path.join(parent, "postgres"));
    await writeFile(path.join(parent, "postgres", "PG_VERSION"), "16\n");
    await expect(inspectDataFolder(parent)).rejects.toThrow("written by PostgreSQL 16");
  });

  it("refuses a marker that cannot be read, and keeps it", async () => {
    await writeFile(path.join(parent, "sightline.json"), "{");
    await expect(openDataFolder(parent)).rejects.toThrow("backup");
    expect(await readFile(path.join(parent, "sightline.json"), "utf8")).toBe("{");
  });

  it("refuses a file in its place", async () => {
    const file = path.join(parent, "data");
    await writeFile(file, "");
    await expect(openDataFolder(file)).rejects.toThrow("is not a folder");
  });

  it.runIf(asRoot)("refuses a folder that belongs to another user", async () => {
    await chown(parent, 12345, 12345);
    await expect(openDataFolder(parent)).rejects.toThrow("belongs to another user (id 12345");
  });

  it.skipIf(asRoot)("refuses a folder it may not write to", async () => {
    await chmod(parent, 0o500);
    await expect(openDataFolder(parent)).rejects.toThrow("cannot be written");
    await chmod(parent, 0o700);
  });
});
