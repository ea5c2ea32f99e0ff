import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { database } from "@/lib/db/client";
import { makeArticle, makePublisher } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { createPublisher, deletePublisher, publisherOf, updatePublisher } from "./commands";
import { getPublisher } from "./queries";
import { type PublisherPatch, publisherInputSchema, publisherPatchSchema } from "./schema";

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

const stampOf = async (slug: string) => (await getPublisher(slug))?.updatedAt ?? "";
const change = async (slug: string, patch: PublisherPatch) =>
  updatePublisher(
    await makePrincipal("editor"),
    slug,
    await stampOf(slug),
    publisherPatchSchema.parse(patch),
  );

describe("updatePublisher", () => {
  it("changes what is given; articles then go by the new domains", async () => {
    const { id, slug } = await makePublisher({
      name: "Old Gazette",
      domains: ["old.example"],
      country: "IQ",
    });
    const domains = ["https://www.New-Gazette.example/path", "old.example"];
    expect(await change(slug, { name: "New Gazette", reliability: "C", domains })).toMatchObject({
      slug,
      name: "New Gazette",
      country: "IQ",
      reliability: "C",
      domains: ["new-gazette.example", "old.example"],
      articles: 0,
    });
    expect(await find({ name: null, url: "https://www.new-gazette.example/a" })).toMatchObject({ id });
    expect(await change(slug, { reliability: null })).toMatchObject({ reliability: null });
  });

  it("refuses what cannot be used, and the name or domain of another publisher", async () => {
    for (const patch of [{ domains: ["no domain"] }, { reliability: "G" }, { homepage: "ftp://a.b" }]) {
      expect(publisherPatchSchema.safeParse(patch).success, JSON.stringify(patch)).toBe(false);
    }
    await makePublisher({ name: "Holder", domains: ["holder.example"] });
    const { slug } = await makePublisher();
    await expect(change(slug, { domains: ["own.example", "holder.example"] })).rejects.toMatchObject({
      code: "conflict",
      details: { errors: [{ path: "domains.1", message: expect.stringContaining("Holder") }] },
    });
    await expect(change(slug, { name: "HOLDER" })).rejects.toMatchObject({
      details: { errors: [{ path: "name" }] },
    });
  });

  it("stores one of two saves of the same state", async () => {
    const { slug } = await makePublisher();
    const stamp = await stampOf(slug);
    const editor = await makePrincipal("editor");
    const done = await Promise.allSettled(
      (["A", "B"] as const).map((reliability) => updatePublisher(editor, slug, stamp, { reliability })),
    );
    const codes = done.map((one) => (one.status === "fulfilled" ? "done" : one.reason.code));
    expect(codes.sort()).toEqual(["done", "version-conflict"]);
  });

  it("is for editors, as deleting is", async () => {
    const { slug } = await makePublisher();
    const contributor = await makePrincipal("contributor");
    const stamp = await stampOf(slug);
    await expect(updatePublisher(contributor, slug, stamp, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(deletePublisher(null, slug)).rejects.toMatchObject({ code: "not-signed-in" });
  });
});

describe("deletePublisher", () => {
  it("deletes one without articles, and refuses one with them", async () => {
    const editor = await makePrincipal("editor");
    const { id, slug } = await makePublisher({ name: "Read Daily" });
    await makeArticle({ publisherId: id });
    await expect(deletePublisher(editor, slug)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Read Daily is used by 1 article."),
    });
    const unread = await makePublisher();
    await deletePublisher(editor, unread.slug);
    expect(await getPublisher(unread.slug)).toBeNull();
  });
});
