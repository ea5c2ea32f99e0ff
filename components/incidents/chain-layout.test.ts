import { describe, expect, it } from "vitest";
import type { IncidentChain } from "@/lib/incidents/summary";
import { layOutChain } from "./chain-layout";

const node = (publicId: string, day: string, distance: number): IncidentChain["nodes"][number] => ({
  publicId,
  status: "published",
  title: publicId,
  eventType: "attack",
  outcome: "completed",
  occurred: day,
  earliest: `${day}T00:00:00.000Z`,
  latest: `${day}T23:59:59.999Z`,
  timeZone: "UTC",
  place: null,
  killedMin: null,
  killedMax: null,
  distance,
});
const link = (from: string, to: string, type: "follows" | "response-to" = "follows") =>
  ({ from, to, type, confidence: "medium", note: null }) as const;

describe("layOutChain", () => {
  it("puts the rows in time order and draws a link once", () => {
    const chain = {
      nodes: [node("B", "2021-02-01", 0), node("C", "2021-03-01", 1), node("A", "2021-01-01", 1)],
      links: [link("B", "A"), link("B", "A", "response-to"), link("C", "B")],
    };
    const layout = layOutChain(chain, "B");
    expect(layout.rows.map((row) => row.publicId)).toEqual(["A", "B", "C"]);
    expect(layout.arcs.map(({ from, to, near }) => [from, to, near])).toEqual([
      ["B", "A", true],
      ["C", "B", true],
    ]);
  });

  it("keeps the nearest of many and leaves out links to the rest", () => {
    const nodes = Array.from({ length: 40 }, (_, index) =>
      node(`N${String(index).padStart(2, "0")}`, "2021-01-01", index),
    );
    const layout = layOutChain({ nodes, links: [link("N01", "N00"), link("N39", "N00")] }, "N00");
    expect(layout.rows).toHaveLength(24);
    expect(layout.left).toBe(16);
    expect(layout.arcs).toHaveLength(1);
  });
});
