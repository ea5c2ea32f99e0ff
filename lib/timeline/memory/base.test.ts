import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildBase, overlapping, prefixCounts } from "./base";
import { breathing } from "./breathe";
import { noCounts, type Sizes } from "./counts";
import { byColumn, bySignificance, orderNames } from "./order";
import { appendRow, createRows, type Rows, type RowValues } from "./rows";

const sizes: Sizes = {
  type: 3,
  outcome: 3,
  precision: 3,
  linked: 2,
  place: 3,
  cast: 3,
  campaigns: 3,
  publishers: 3,
};

const code = fc.nat({ max: 2 });
const row: fc.Arbitrary<RowValues> = fc
  .record({
    earliest: fc.integer({ min: -50, max: 50 }),
    length: fc.nat({ max: 40 }),
    codes: fc.array(code, { minLength: 8, maxLength: 8 }),
  })
  .map(({ earliest, length, codes: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] }) => ({
    rowNo: 0,
    publicId: 0,
    earliest,
    latest: earliest + length,
    updated: a * 10 + b,
    published: c,
    latitude: Number.NaN,
    longitude: Number.NaN,
    killed: d - 1,
    linkEnds: Array.from({ length: 2 * e }, () => 0),
    sources: f,
    place: a,
    cast: b,
    campaigns: c,
    publishers: d,
    type: e,
    outcome: f,
    precision: g,
    pinned: h === 2 ? 1 : 0,
  }));

/** Rows in the order that a base needs. */
function rowsOf(values: readonly RowValues[]): Rows {
  const sorted = values
    .map((value, index) => ({ ...value, rowNo: index + 1, publicId: index }))
    .sort((a, b) => a.earliest - b.earliest || b.publicId - a.publicId);
  const rows = createRows(1);
  for (const value of sorted) appendRow(rows, value);
  return rows;
}

const positions = (rows: Rows) => Array.from({ length: rows.length }, (_, position) => position);

describe("buildBase", () => {
  it("finds what meets a period", async () => {
    const period = fc.tuple(fc.integer({ min: -60, max: 60 }), fc.nat({ max: 30 }));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 60 }), period, async (values, [start, length]) => {
        const rows = rowsOf(values);
        const base = await buildBase(rows, sizes, breathing());
        const end = start + length;
        const { low, high, straddlers } = overlapping(base, rows, start, end);
        const found = [...straddlers, ...positions(rows).slice(low, high)];
        expect(found).toEqual(
          positions(rows).filter((at) => (rows.earliest[at] ?? 0) <= end && (rows.latest[at] ?? 0) >= start),
        );
      }),
    );
  });

  it("counts the first of each order, between checkpoints too", async () => {
    const values = fc.sample(row, 2600);
    const rows = rowsOf(values);
    const base = await buildBase(rows, sizes, breathing());
    expect(base.checkpoints.killed.length).toBeGreaterThan(1);
    for (const order of ["earliest", "latest", "updated", "killed"] as const) {
      for (const length of [0, 1, 999, 1000, 1001, 2345, 2600]) {
        const expected = noCounts(sizes, ["cast"]).cast;
        for (const at of positions(rows).sort(byColumn(rows, order)).slice(0, length)) {
          const cast = rows.cast[at] ?? 0;
          expected[cast] = (expected[cast] ?? 0) + 1;
        }
        expect(prefixCounts(base, rows, sizes, order, length, ["cast"]).cast, `${order} ${length}`).toEqual(
          expected,
        );
      }
    }
  });
});

describe("the orders", () => {
  it("are those of a plain sort", async () => {
    const rows = rowsOf(fc.sample(row, 5000));
    const base = await buildBase(rows, sizes, breathing());
    for (const name of orderNames.slice(1)) {
      expect(base.orders[name]).toEqual(Int32Array.from(positions(rows).sort(byColumn(rows, name))));
    }
    expect(base.significance).toEqual(Int32Array.from(positions(rows).sort(bySignificance(rows))));
  });
});
