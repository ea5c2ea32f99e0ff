import { setImmediate } from "node:timers/promises";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecord } from "@/lib/incidents/record";
import { makeActor, makeIncident, makePlace } from "@/scripts/test/factories";
import { connectPlainly } from "@/scripts/test/refusal";
import { database } from "./client";
import { Prisma } from "./generated/client";
import { sqlMillis } from "./instant";
import { inTransaction } from "./transaction";

let plain: Client;
const warnings: string[] = [];
beforeAll(async () => {
  process.on("warning", ({ message }) => warnings.push(message));
  plain = await connectPlainly();
  const { rows } = await plain.query<{ name: string }>("SELECT current_database() AS name");
  // As on a server that was set up in another country.
  await plain.query(`ALTER DATABASE ${rows[0]?.name} SET timezone TO 'Asia/Baghdad'`);
});
afterAll(() => plain.end());

describe("the database client", () => {
  it("writes and reads instants alike on a server with another time zone", async () => {
    const { id } = await makeIncident({ occurred: "2021-07-05T16:00", timeZone: "UTC" });
    const read = await database().incident.findUniqueOrThrow({ where: { id }, select: { earliest: true } });
    expect(read.earliest.toISOString()).toBe("2021-07-05T16:00:00.000Z");
    const rows = await database().$queryRaw<{ millis: number }[]>`
      SELECT ${sqlMillis(Prisma.sql`earliest`)} AS millis FROM incident WHERE id = ${id}::uuid`;
    expect(rows).toEqual([{ millis: Date.parse("2021-07-05T16:00:00Z") }]);
  });

  it.each(["0001-01-01", "9999-12-31", "../2021", "2021/.."])(
    "writes and reads back %s",
    async (occurred) => {
      const { id, record } = await makeIncident({ occurred });
      const read = await database().incident.findUniqueOrThrow({ where: { id } });
      expect(read.earliest.toISOString()).toBe(record.incident.earliest);
      expect(read.latest.toISOString()).toBe(record.incident.latest);
      expect(read.earliest.getTime()).toBeLessThan(read.latest.getTime());
    },
  );

  it("asks one thing after the other inside a transaction", async () => {
    const [actor, place] = [await makeActor(), await makePlace()];
    const { id } = await makeIncident({ place, participations: [{ actor }] });
    await inTransaction((transaction) => readRecord(transaction, { id }, { includeUnpublishedLinks: true }));
    // The driver warns once a process, at the next turn.
    await setImmediate();
    expect(warnings.filter((message) => message.includes("client.query()"))).toEqual([]);
  });

  it("tells a failure inside a transaction to the query that failed, and goes on", async () => {
    const work = inTransaction(async (transaction) => {
      const results = await Promise.allSettled([
        transaction.$queryRaw`SELECT 1`,
        transaction.$queryRaw`SELECT 1 / 0`,
      ]);
      return results.map(({ status }) => status);
    });
    expect(await work).toEqual(["fulfilled", "rejected"]);
    expect(await database().$queryRaw`SELECT 2 AS two`).toEqual([{ two: 2 }]);
  });
});
