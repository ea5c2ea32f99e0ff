import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { database } from "@/lib/db/client";
import { makePublisher } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { createPublisher, publisherOf } from "./commands";
import { publisherInputSchema } from "./schema";

const publisher = (input: z.input<typeof publisherInputSchema>) => publisherInputSchema.parse(input);
const find = (article: { name: string | null; url: string | null }) =>
  database().$transaction((transaction) => publisherOf(transaction, article));

describe("createPublisher", () => {
  it("stores an outlet with its rating and domains", async () => {
    const editor = await makePrincipal("editor");
    const input = publisher({
      name: "Rudaw",
      homepage: "https://www.rudaw.net/",
      country: "IQ",
      reliability: "B",
      domains: ["Rudaw.net"],
    });
    const made = await createPublisher(editor, input);
    expect(made).toMatchObject({ slug: "rudaw", name: "Rudaw" });
    const row = await database().publisher.findUniqueOrThrow({ where: { id: made.id } });
    expect(row).toMatchObject({ reliability: "B", domains: ["rudaw.net"], folded: "rudaw" });
    expect(() => publisher({ name: "A", homepage: "javascript:alert(1)" })).toThrow("http or https");
  });

  it("refuses a name that is taken in another spelling, also when two add it at once", async () => {
    const editor = await makePrincipal("editor");
    await makePublisher({ name: "Al-Monitor" });
    await expect(createPublisher(editor, publisher({ name: "AL MONITOR" }))).rejects.toMatchObject({
      code: "conflict",
      details: { errors: [{ path: "name" }] },
    });
    const both = await Promise.allSettled(
      [1, 2].map(() => createPublisher(editor, publisher({ name: "Raced" }))),
    );
    const codes = both.map((one) => (one.status === "fulfilled" ? "done" : one.reason.code));
    expect(codes.sort()).toEqual(["conflict", "done"]);
  });

  it("is for editors", async () => {
    const input = publisher({ name: "Refused" });
    await expect(createPublisher(null, input)).rejects.toMatchObject({ code: "not-signed-in" });
    const contributor = await makePrincipal("contributor");
    await expect(createPublisher(contributor, input)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("publisherOf", () => {
  it("goes by the domain first, then by the name, and else adds the outlet once", async () => {
    const byDomain = await makePublisher({ name: "Known Times", domains: ["known.org"] });
    const byName = await makePublisher({ name: "Named Post" });
    const url = "https://www.known.org/2021/a";
    expect(await find({ name: "Something else", url })).toMatchObject({ id: byDomain.id });
    expect(await find({ name: "named POST", url: "https://unknown.org/" })).toMatchObject({ id: byName.id });
    expect(await find({ name: null, url: null })).toBeNull();
    const added = await find({ name: null, url: "https://new.org/a" });
    expect(added).toMatchObject({ slug: "new-org", name: "new.org" });
    expect(await find({ name: "Whatever", url: "https://www.new.org/b" })).toEqual(added);
  });
});
