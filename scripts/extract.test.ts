import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "extract-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string[], input: string | Buffer = "") {
  const command = ["--conditions=react-server", "--import", "tsx", "scripts/extract.ts", ...args];
  return spawnSync(process.execPath, command, { input, encoding: "utf8" });
}

describe("npm run extract", { timeout: 60_000 }, () => {
  it("prints proposals in the shape of the contract", () => {
    const text =
      "Three rockets hit Ain al-Asad airbase on Monday, injuring two soldiers, hours after a bomb exploded in Baghdad.";
    const { status, stdout } = run(["--published", "2021-07-06", "--json"], text);
    expect(status).toBe(0);
    const { article, incidents, links } = JSON.parse(stdout);
    expect(article).toMatchObject({ publishedOn: "2021-07-06", publishedOnFrom: "given", paragraphs: 1 });
    expect(Object.keys(incidents[0])).toEqual([
      "title",
      "summary",
      "occurred",
      "timeZone",
      "place",
      "eventType",
      "outcome",
      "killed",
      "injured",
      "participants",
      "quotes",
      "background",
      "confidence",
    ]);
    expect(Object.keys(incidents[0].place)).toEqual([
      "name",
      "country",
      "latitude",
      "longitude",
      "precision",
    ]);
    expect(links[0].quote).toBe(text);
  });

  it("prints a readable table without --json", () => {
    const file = path.join(folder, "article.txt");
    writeFileSync(file, "A bomb killed five people in Baghdad on Monday.");
    const { status, stdout } = run(["--published", "2021-07-06", file]);
    expect(status).toBe(0);
    expect(stdout).toContain("5 killed");
    expect(stdout).toContain("2021-07-05");
  });

  it.each([
    ["a missing file", ["no-such-file.txt"], "", /There is no file/],
    ["an empty text", [], "  \n", /is empty/],
    ["binary data", [], Buffer.from([0x50, 0x00, 0x01]), /binary/],
    ["bad encoding", [], Buffer.from([0x41, 0xff, 0xfe, 0x41]), /not UTF-8/],
    ["too much text", [], Buffer.alloc(2 * 1024 * 1024 + 1, "a"), /larger than 2 MB/],
    ["a bad date", ["--published", "2021-02-30"], "text", /must be a date/],
    ["an unknown option", ["--jsn"], "text", /--jsn/],
  ])("refuses %s with a sentence", (_, args, input, message) => {
    const { status, stderr, stdout } = run(args, input);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain("    at ");
    expect(stdout).toBe("");
  });
});
