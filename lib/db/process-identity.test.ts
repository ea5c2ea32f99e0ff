import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { commandOf, identityOf, isRunning, startFromStat } from "./process-identity";

describe("isRunning", () => {
  it("tells a live process from one that has ended", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(child, "spawn");
    const identity = await identityOf(child.pid ?? 0);
    expect(await isRunning(identity)).toBe(true);
    expect(await commandOf(identity.pid)).toContain("setInterval");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await isRunning(identity)).toBe(false);
  });

  it("does not take another process with the same number for it", async () => {
    const self = await identityOf(process.pid);
    expect(await isRunning(self)).toBe(true);
    if (self.startedAt !== null) {
      expect(await isRunning({ pid: process.pid, startedAt: "another start" })).toBe(false);
    }
  });
});

describe("startFromStat", () => {
  const tail = "0 0 0 0 0 0 0 0 0 0 0 0 0 0 20 0 1 0 8123 1000 10";

  it("reads past a program name with blanks and brackets", () => {
    expect(startFromStat(`77 (a) b (c)) S ${tail}`, "boot")).toBe("boot:8123");
  });

  it("takes a zombie for ended, and nothing for unknown", () => {
    expect(startFromStat(`77 (node) Z ${tail}`, "boot")).toBe("ended");
    expect(startFromStat("", "boot")).toBeNull();
  });
});
