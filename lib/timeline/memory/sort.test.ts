import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breathing } from "./breathe";
import { positionsUpTo, sortedBy } from "./sort";

const columns = fc.oneof(
  fc.array(fc.integer()).map((values) => Int32Array.from(values)),
  fc.array(fc.nat({ max: 255 })).map((values) => Uint8Array.from(values)),
  // Instants, also before 1970, and numbers of every size.
  fc
    .array(
      fc.oneof(
        fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }),
        fc.double({ noNaN: true }),
      ),
    )
    .map((values) => Float64Array.from(values, (value) => value + 0)),
);

describe("sortedBy", () => {
  it("is a stable sort in either direction", async () => {
    await fc.assert(
      fc.asyncProperty(columns, fc.boolean(), async (column, isDescending) => {
        const positions = positionsUpTo(column.length);
        const sign = isDescending ? -1 : 1;
        const expected = Array.from(positions).sort((a, b) => {
          const [first = 0, second = 0] = [column[a], column[b]];
          return first === second ? 0 : first < second ? -sign : sign;
        });
        expect(Array.from(await sortedBy(positions, column, breathing(), isDescending))).toEqual(expected);
        expect(positions).toEqual(positionsUpTo(column.length));
      }),
      { numRuns: 300 },
    );
  });
});
