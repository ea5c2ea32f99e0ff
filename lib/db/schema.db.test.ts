import { describe, expect, it } from "vitest";
import { diffToSchema } from "./migrate";

/** Indexes that Prisma's schema language cannot say; the migrations write them by hand. */
const handWritten = /^DROP INDEX "\w+(?:_trgm|_prefix|_search)_idx";$/;

describe("the migrations", () => {
  it("lead to prisma/schema.prisma, apart from the indexes written by hand", async () => {
    const script = await diffToSchema(process.env.DATABASE_URL ?? "", false);
    const statements = script.split("\n").filter((line) => line !== "" && !line.startsWith("--"));
    expect(statements.filter((line) => !handWritten.test(line))).toEqual([]);
  });
});
