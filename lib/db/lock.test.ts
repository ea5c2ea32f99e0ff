import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquireLock, isLocked } from "./lock";
import { identityOf } from "./process-identity";

let dataDir = "";
const lockFile = () => path.join(dataDir, "lock.json");

const lockOf = (owner: object, children: object[] = []) =>
  JSON.stringify({ owner, command: "npm start", since: "2026-01-01T00:00:00.000Z", children, ending: false });

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "sightline-lock-"));
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

describe("acquireLock", () => {
  it("refuses a second owner until the first lets go", async () => {
    const first = await acquireLock(dataDir, "npm start");
    expect(await isLocked(dataDir)).toBe(true);
    await expect(acquireLock(dataDir, "npm run dev")).rejects.toThrow(`npm start, process ${process.pid}`);
    await first.release();
    expect(await isLocked(dataDir)).toBe(false);
    const second = await acquireLock(dataDir, "npm run dev");
    await second.release();
  });

  it("waits for an owner that has begun to stop", async () => {
    const first = await acquireLock(dataDir, "npm start");
    await first.announceEnding();
    const second = acquireLock(dataDir, "npm start");
    setTimeout(() => void first.release(), 100);
    await (await second).release();
  });

  it("gives the folder to one of many that come at once", async () => {
    await writeFile(lockFile(), lockOf({ pid: process.pid, startedAt: "an earlier process" }));
    const attempts = await Promise.allSettled([1, 2, 3, 4].map(() => acquireLock(dataDir, "npm start")));
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
  });

  it.each([
    ["was killed", lockOf({ pid: 2 ** 22 - 1, startedAt: "long ago" })],
    ["was killed and its number given out again", lockOf({ pid: process.pid, startedAt: "long ago" })],
    ["was cut off while it wrote", '{"owner":'],
  ])("takes over from an owner that %s", async (_case, content) => {
    await writeFile(lockFile(), content);
    const lock = await acquireLock(dataDir, "npm start");
    expect(await readFile(lockFile(), "utf8")).toContain(`"pid":${process.pid}`);
    await lock.release();
  });

  it("ends the children of a killed owner, and nobody else", async () => {
    const start = () => spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const [orphan, stranger] = [start(), start()];
    await Promise.all([once(orphan, "spawn"), once(stranger, "spawn")]);
    const children = [
      await identityOf(orphan.pid ?? 0),
      { pid: stranger.pid ?? 0, startedAt: "another process with this number" },
    ];
    await writeFile(lockFile(), lockOf({ pid: process.pid, startedAt: "long ago" }, children));
    const ended = once(orphan, "exit");
    const lock = await acquireLock(dataDir, "npm start");
    await ended;
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
    await lock.release();
  });
});
