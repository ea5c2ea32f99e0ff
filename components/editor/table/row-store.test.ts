import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TableRow } from "@/lib/incidents/table-row";
import { pageRows, RowStore } from "./row-store";

const rowAt = (index: number): TableRow => ({
  publicId: String(index).padStart(8, "0"),
  status: "published",
  title: `Incident ${index}`,
  eventType: "attack",
  outcome: "unknown",
  occurred: "2021-07-05",
  earliest: "2021-07-05T00:00:00.000Z",
  latest: "2021-07-05T23:59:59.999Z",
  timeZone: "UTC",
  place: null,
  killedMin: null,
  killedMax: null,
  version: 1,
  injuredMin: null,
  injuredMax: null,
  updatedAt: "2021-07-06T00:00:00.000Z",
  publishedAt: null,
  author: null,
  actors: [],
  campaigns: [],
  sources: 0,
});
const pageAt = (start: number) => ({
  rows: Array.from({ length: pageRows }, (_, at) => rowAt(start + at)),
  next: `after-${start + pageRows - 1}`,
});

let asked: URLSearchParams[];
beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (address: string) => {
    const params = new URLSearchParams(address.split("?")[1]);
    asked.push(params);
    const after = /after-(\d+)/.exec(params.get("cursor") ?? "")?.[1];
    const start = (after === undefined ? 0 : Number(after) + 1) + Number(params.get("skip"));
    return Response.json(pageAt(start));
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("RowStore", () => {
  it("reads on from the cursor of the page before, and keeps the query", async () => {
    const store = new RowStore("status=draft", 100_000, pageAt(0));
    await store.load(0, pageRows + 5);
    expect(asked.map((params) => [params.get("status"), params.get("cursor"), params.get("skip")])).toEqual([
      ["draft", `after-${pageRows - 1}`, "0"],
    ]);
    expect(store.row(pageRows + 5)?.title).toBe(`Incident ${pageRows + 5}`);
  });

  it("leaps to a far place from the nearest page that it knows", async () => {
    const store = new RowStore("", 100_000, pageAt(0));
    await store.load(50_000, 50_010);
    await store.load(50_200, 50_210);
    expect(store.row(50_005)?.title).toBe("Incident 50005");
    expect(store.row(50_205)?.title).toBe("Incident 50205");
    expect(asked.map((params) => params.get("cursor"))).toEqual([`after-${pageRows - 1}`, "after-50099"]);
    expect(asked.map((params) => params.get("skip"))).toEqual([String(50_000 - pageRows), String(pageRows)]);
  });

  it("asks once for what is asked for twice, and again for what failed", async () => {
    const store = new RowStore("", 1000, pageAt(0));
    await Promise.all([store.load(200, 210), store.load(200, 210)]);
    expect(asked).toHaveLength(1);
    vi.stubGlobal("fetch", async () => new Response(null, { status: 503 }));
    await store.load(300, 310);
    expect(store.problem).not.toBe("");
    expect(store.row(300)).toBeUndefined();
  });
});
