import { beforeAll, describe, expect, it } from "vitest";
import { type Principal, systemPrincipal } from "@/lib/auth/principal";
import { makePrincipal } from "@/scripts/test/principals";
import { discardFormDraft, saveFormDraft } from "./commands";
import { listFormDrafts } from "./queries";
import { formDraftSchema } from "./schema";

let owner: Principal;
let other: Principal;
beforeAll(async () => {
  owner = await makePrincipal("contributor");
  other = await makePrincipal("contributor");
});

const draft = (key: string, title: string) =>
  formDraftSchema.parse({ key, body: { title, claims: [{ n: 1 }] } });

const draftOf = async ({ id }: Principal, key: string) => (await listFormDrafts(id ?? "", [key]))[0] ?? null;

describe("form drafts", () => {
  it("are kept for their owner alone; the last save wins", async () => {
    const key = "incident:7K3M9QXA";
    await saveFormDraft(owner, draft(key, "First"));
    const { savedAt } = await saveFormDraft(owner, draft(key, "Second"));
    expect(Date.now() - Date.parse(savedAt)).toBeLessThan(60_000);
    expect(await draftOf(owner, key)).toMatchObject({ body: { title: "Second", claims: [{ n: 1 }] } });
    expect(await draftOf(other, key)).toBeNull();
  });

  it("are forgotten when their owner says so, not when somebody else does", async () => {
    const key = "suggestion:abc";
    await saveFormDraft(owner, draft(key, "Kept"));
    await discardFormDraft(other, key);
    expect(await draftOf(owner, key)).not.toBeNull();
    await discardFormDraft(owner, key);
    expect(await draftOf(owner, key)).toBeNull();
    await discardFormDraft(owner, key);
  });

  it("survive saves from two windows at once", async () => {
    const key = "incident:new";
    await Promise.all(
      Array.from({ length: 8 }, (_, index) => saveFormDraft(owner, draft(key, `Window ${index}`))),
    );
    expect(await draftOf(owner, key)).toMatchObject({
      body: { title: expect.stringMatching(/^Window \d$/) },
    });
  });

  it("have a key of a known form and at most 1 MB", () => {
    expect(() => formDraftSchema.parse({ key: "../etc", body: {} })).toThrow();
    expect(() => formDraftSchema.parse({ key: "a:b", body: { text: "x".repeat(1_000_001) } })).toThrow(
      "1 MB",
    );
  });

  it("are for people who may contribute", async () => {
    const one = draft("a:b", "A");
    await expect(saveFormDraft(null, one)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(saveFormDraft(await makePrincipal("viewer"), one)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(saveFormDraft(systemPrincipal, one)).rejects.toMatchObject({ code: "forbidden" });
    await expect(discardFormDraft(null, "a:b")).rejects.toMatchObject({ code: "not-signed-in" });
  });
});
