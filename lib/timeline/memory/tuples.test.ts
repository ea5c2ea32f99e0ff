import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breathing } from "./breathe";
import { Tuples } from "./tuples";

describe("Tuples", () => {
  it("gives each owner its tuples in ascending order", async () => {
    const small = fc.integer({ min: -3, max: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(small, small, small), { maxLength: 40 }), async (all) => {
        const tuples = new Tuples(3);
        for (const tuple of all) tuples.add(tuple);
        const found: [number, number[]][] = [];
        await tuples.eachOwner(breathing(), (owner, members) => found.push([owner, [...members]]));
        const owners = [...new Set(all.map(([owner]) => owner))].sort((a, b) => a - b);
        const expected = owners.map((owner) => {
          const own = all.filter(([one]) => one === owner).sort((a, b) => a[1] - b[1] || a[2] - b[2]);
          return [owner, own.flatMap(([, ...rest]) => rest)];
        });
        expect(found).toEqual(expected);
      }),
    );
  });

  it("has room for many", async () => {
    const tuples = new Tuples(2);
    for (let count = 5000; count > 0; count -= 1) tuples.add([count % 2, count]);
    const found: number[] = [];
    await tuples.eachOwner(breathing(), (_owner, members) => found.push(members.length));
    expect(found).toEqual([2500, 2500]);
  });
});
