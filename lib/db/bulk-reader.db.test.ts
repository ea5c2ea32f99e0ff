import { describe, expect, it } from "vitest";
import { makeActor } from "@/scripts/test/factories";
import { readInBulk } from "./bulk-reader";
import { database } from "./client";
import { uuidText } from "./copied-row";

const kinds = `SELECT (n % 1000000)::int, n::float8 / 4, n % 2 = 0, 'word ' || n, md5(n::text)::uuid,
  '1970-01-01T00:00:00Z'::timestamptz + n * interval '1 millisecond'
  FROM unnest(ARRAY[-62135596800000, -1, 0, 1, 253402300799999]::bigint[]) AS given (n)`;

describe("readInBulk", () => {
  it("reads every kind of field", async () => {
    const rows: unknown[] = [];
    await readInBulk((reader) =>
      reader.copy(kinds, (row) =>
        rows.push([
          row.int(),
          row.float(),
          row.boolean(),
          row.latin(),
          uuidText(row.latin() ?? ""),
          row.instant(),
        ]),
      ),
    );
    expect(rows).toHaveLength(5);
    expect(rows[1]).toEqual([-1, -0.25, false, "word -1", "6bb61e3b-7bce-0931-da57-4d19d1d82c88", -1]);
    const instants = [-62_135_596_800_000, -1, 0, 1, 253_402_300_799_999];
    expect(rows.map((row) => Array.isArray(row) && row[5])).toEqual(instants);
  });

  it("reads nothing, and null", async () => {
    const rows: unknown[] = [];
    await readInBulk(async (reader) => {
      await reader.copy("SELECT 1 WHERE FALSE", (row) => rows.push(row.int()));
      expect(rows).toEqual([]);
      await reader.copy(
        "SELECT NULL::int, NULL::float8, NULL::boolean, NULL::text, NULL::timestamptz",
        (row) => rows.push(row.int(), row.float(), row.boolean(), row.latin(), row.instant()),
      );
    });
    expect(rows).toEqual([null, null, false, null, null]);
  });

  it("reads many rows while other work goes on", async () => {
    let sum = 0;
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await readInBulk((reader) =>
      reader.copy("SELECT n FROM generate_series(1, 300000) AS given (n)", (row) => {
        sum += row.int() ?? 0;
      }),
    );
    clearInterval(timer);
    expect(sum).toBe((300_000 * 300_001) / 2);
    expect(turns).toBeGreaterThan(0);
  });

  it("sees one state of the database", async () => {
    const count = "SELECT count(*)::int FROM actor";
    const counts: number[] = [];
    await readInBulk(async (reader) => {
      await reader.copy(count, (row) => counts.push(row.int() ?? 0));
      await makeActor();
      await reader.copy(count, (row) => counts.push(row.int() ?? 0));
      const [same] = await reader.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM actor`;
      counts.push(same?.count ?? 0);
    });
    expect(counts).toEqual([counts[0], counts[0], counts[0]]);
    expect(await database().actor.count()).toBe((counts[0] ?? 0) + 1);
  });

  it("fails with what the server says and with what the caller throws, and writes nothing", async () => {
    await expect(readInBulk((reader) => reader.copy("SELECT nothing", () => {}))).rejects.toThrow("nothing");
    const fail = () => {
      throw new Error("Enough.");
    };
    await expect(readInBulk((reader) => reader.copy("SELECT 1", fail))).rejects.toThrow("Enough.");
    await expect(readInBulk((reader) => reader.$queryRaw`DELETE FROM actor`.then(() => {}))).rejects.toThrow(
      "read-only",
    );
  });
});
