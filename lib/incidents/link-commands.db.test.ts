import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { linkInputSchema } from "@/lib/links/schema";
import { makeArticle, makeIncident } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { createIncident } from "./commands";
import { createLink, deleteLink } from "./link-commands";

let viewer: Principal;
let contributor: Principal;
let editor: Principal;
beforeAll(async () => {
  viewer = await makePrincipal("viewer");
  contributor = await makePrincipal("contributor");
  editor = await makePrincipal("editor");
});

const makePair = async () => [(await makeIncident()).publicId, (await makeIncident()).publicId] as const;
const makeDraft = async (principal: Principal) =>
  (await createIncident(principal, incidentInput())).incident.publicId;
const link = (from: string, to: string, changes: object = {}) =>
  linkInputSchema.parse({ from, to, type: "retaliation-for", ...changes });
const versionsOf = async (...publicIds: string[]) =>
  Promise.all(publicIds.map(async (publicId) => (await historyOf(publicId)).length));

describe("createLink", () => {
  it("leads from the effect to the cause, with its quote, and both get a new version", async () => {
    const [from, to] = await makePair();
    const article = await makeArticle({ text: "It came days after the drone attack, the Pentagon said." });
    const quote = { exact: "days after the drone attack", start: 8, end: 35 };
    const { id, from: record } = await createLink(
      editor,
      link(from, to, { confidence: "high", note: "Stated", articleId: article.id, quote }),
    );
    const view = { id, type: "retaliation-for", confidence: "high", note: "Stated", quote: quote.exact };
    expect(record.incident).toMatchObject({
      version: 2,
      links: [{ ...view, direction: "outgoing", publicId: to }],
    });
    const [effect, cause] = [(await historyOf(from)).at(-1), (await historyOf(to)).at(-1)];
    expect(effect).toMatchObject({ version: 2, action: "link", changes: ["links"], state: record });
    expect(cause).toMatchObject({ version: 2, action: "link", changes: ["links"] });
    expect(cause?.state).toMatchObject({ incident: { links: [{ direction: "incoming", publicId: from }] } });
    const stored = await database().incidentLink.findUniqueOrThrow({ where: { id } });
    expect(stored).toMatchObject({
      prefix: "It came ",
      suffix: ", the Pentagon said.",
      createdById: editor.id,
    });
  });

  it("refuses the same link again, but not another type or the other direction", async () => {
    const [from, to] = await makePair();
    await createLink(editor, link(from, to));
    await expect(createLink(editor, link(from, to, { note: "Again" }))).rejects.toMatchObject({
      code: "conflict",
    });
    await createLink(editor, link(from, to, { type: "follows" }));
    await createLink(editor, link(to, from));
    expect(await versionsOf(from, to)).toEqual([4, 4]);
  });

  it("refuses an incident linked to itself, an unknown one and a retracted one", async () => {
    const [from, to] = await makePair();
    const { publicId: retracted } = await makeIncident({}, { status: "retracted" });
    expect(() => link(from, from)).toThrow("cannot be linked to itself");
    await expect(createLink(editor, { ...link(from, to), to: from })).rejects.toMatchObject({
      code: "invalid-input",
    });
    await expect(createLink(editor, link(from, "ZZZZZZZZ"))).rejects.toMatchObject({ code: "not-found" });
    await expect(createLink(editor, link(from, retracted))).rejects.toMatchObject({ code: "conflict" });
    await expect(createLink(editor, link(retracted, from))).rejects.toMatchObject({ code: "conflict" });
    expect(await versionsOf(from, to)).toEqual([1, 1]);
  });

  it("names a quote that is not verbatim, and stores nothing", async () => {
    const [from, to] = await makePair();
    const { id: articleId } = await makeArticle();
    const quote = { exact: "Never said", start: 0, end: 10 };
    await expect(createLink(editor, link(from, to, { articleId, quote }))).rejects.toMatchObject({
      code: "invalid-input",
      details: { errors: [{ path: "quote" }] },
    });
    expect(await versionsOf(from, to)).toEqual([1, 1]);
  });

  it("from a contributor's own draft leaves the other incident's version alone", async () => {
    const [draft, { publicId: published }] = [await makeDraft(contributor), await makeIncident()];
    const { from } = await createLink(contributor, link(draft, published));
    expect(from.incident).toMatchObject({ version: 2, links: [{ publicId: published }] });
    expect(await versionsOf(draft, published)).toEqual([2, 1]);
    await expect(createLink(contributor, link(published, draft))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is for contributors, from their own drafts, and for editors", async () => {
    const [from, to] = await makePair();
    await expect(createLink(null, link(from, to))).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(createLink(viewer, link(from, to))).rejects.toMatchObject({ code: "forbidden" });
    const drafts = [await makeDraft(editor), await makeDraft(contributor)] as const;
    await expect(createLink(contributor, link(...drafts))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("makes one link of many that are made at once, in both directions, without a deadlock", async () => {
    const [one, two] = await makePair();
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        createLink(editor, index % 2 ? link(one, two) : link(two, one)),
      ),
    );
    const lost = attempts.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason] : []));
    expect(lost.map(({ code, message }) => [code, message])).toEqual(
      Array(6).fill(["conflict", "These two incidents are linked this way already."]),
    );
    expect(await versionsOf(one, two)).toEqual([3, 3]);
  });
});

describe("deleteLink", () => {
  it("removes a link from both ends; their earlier versions still show it", async () => {
    const [from, to] = await makePair();
    const { id, from: linked } = await createLink(editor, link(from, to));
    await deleteLink(editor, id);
    for (const publicId of [from, to]) {
      const history = await historyOf(publicId);
      expect(history.map(({ action }) => action)).toEqual(["publish", "link", "unlink"]);
      expect(history.at(-1)?.state).toMatchObject({ incident: { links: [] } });
    }
    expect((await historyOf(from))[1]?.state).toEqual(linked);
    await expect(deleteLink(editor, id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is for editors", async () => {
    const [from, to] = await makePair();
    const { id } = await createLink(editor, link(from, to));
    await expect(deleteLink(null, id)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(deleteLink(contributor, id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await versionsOf(from, to)).toEqual([2, 2]);
  });

  it("happens once when two editors remove it at once", async () => {
    const [from, to] = await makePair();
    const { id } = await createLink(editor, link(from, to));
    const steps = await Promise.allSettled([deleteLink(editor, id), deleteLink(editor, id)]);
    const codes = steps.map((step) => (step.status === "fulfilled" ? "done" : step.reason.code));
    expect(codes.sort()).toEqual(["done", "not-found"]);
    expect(await versionsOf(from, to)).toEqual([3, 3]);
  });
});
