import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint } from "./build";

let root = "";
const inputs = ["app", "next.config.ts", "missing"];
const write = (file: string, text: string) => writeFile(path.join(root, file), text);

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "sightline-build-"));
  await mkdir(path.join(root, "app", "about"), { recursive: true });
  await write("app/page.tsx", "page");
  await write("app/about/page.tsx", "about");
  await write("next.config.ts", "config");
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe("fingerprint", () => {
  it("changes with any content, any name and any new file, and only then", async () => {
    const first = await fingerprint(root, inputs);
    expect(await fingerprint(root, inputs)).toBe(first);

    await write("app/about/page.tsx", "About");
    const changed = await fingerprint(root, inputs);
    await rename(path.join(root, "app/page.tsx"), path.join(root, "app/layout.tsx"));
    const renamed = await fingerprint(root, inputs);
    await write("app/robots.ts", "");
    const added = await fingerprint(root, inputs);
    expect(new Set([first, changed, renamed, added]).size).toBe(4);
  });

  it("does not change with tests and with what is no input", async () => {
    const first = await fingerprint(root, inputs);
    await write("app/page.test.tsx", "test");
    await write("README.md", "words");
    expect(await fingerprint(root, inputs)).toBe(first);
  });
});
