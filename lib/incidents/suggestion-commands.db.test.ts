import { beforeAll, describe, expect, it } from "vitest";
import { decideSuggestion } from "@/lib/articles/commands";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { changeIncident, makeArticle, makeIncident } from "@/scripts/test/factories";
import { historyOf } from "@/scripts/test/history";
import { claimInput, incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { createIncident } from "./commands";
import { acceptSuggestion, addSuggestionToIncident } from "./suggestion-commands";

let viewer: Principal;
let contributor: Principal;
beforeAll(async () => {
  viewer = await makePrincipal("viewer");
  contributor = await makePrincipal("contributor");
});

const unknownId = "00000000-0000-7000-8000-000000000000";

async function makeSuggestion(): Promise<string> {
  const { id: articleId } = await makeArticle();
  const { id } = await database().suggestion.create({ data: { articleId, position: 0, proposal: {} } });
  return id;
}

const stored = (id: string) =>
  database().suggestion.findUniqueOrThrow({
    where: { id },
    select: { status: true, decidedById: true, incident: { select: { publicId: true } } },
  });

describe("acceptSuggestion", () => {
  it("makes a draft of a proposal, as it was corrected, and remembers which", async () => {
    const id = await makeSuggestion();
    const record = await acceptSuggestion(contributor, id, incidentInput({ title: "As corrected" }));
    expect(record.incident).toMatchObject({ status: "draft", version: 1, title: "As corrected" });
    expect(await stored(id)).toEqual({
      status: "accepted",
      decidedById: contributor.id,
      incident: { publicId: record.incident.publicId },
    });
  });

  it("makes one incident of five clicks at once", async () => {
    const id = await makeSuggestion();
    const before = await database().incident.count();
    const clicks = await Promise.allSettled(
      Array.from({ length: 5 }, () => acceptSuggestion(contributor, id, incidentInput())),
    );
    const codes = clicks.map((click) => (click.status === "fulfilled" ? "done" : click.reason.code));
    expect(codes).toEqual(["done", "done", "done", "done", "done"]);
    const { incident } = await stored(id);
    expect(await historyOf(incident?.publicId ?? "")).toHaveLength(1);
    expect(await database().incident.count()).toBe(before + 1);
  });

  it("takes what is sent again as a save of the draft, until somebody else changed it", async () => {
    const id = await makeSuggestion();
    const first = await acceptSuggestion(contributor, id, incidentInput({ title: "As sent" }));
    const again = await acceptSuggestion(contributor, id, incidentInput({ title: "As sent" }));
    expect(again).toEqual(first);
    const corrected = await acceptSuggestion(contributor, id, incidentInput({ title: "As corrected since" }));
    expect(corrected.incident).toMatchObject({ publicId: first.incident.publicId, version: 2 });
    await expect(acceptSuggestion(contributor, id, incidentInput({ title: "Late" }))).rejects.toMatchObject({
      code: "version-conflict",
    });
    const another = await makePrincipal("contributor");
    await expect(acceptSuggestion(another, id, incidentInput())).rejects.toMatchObject({ code: "conflict" });
  });

  it("leaves the proposal open when the incident is refused", async () => {
    const id = await makeSuggestion();
    const bad = incidentInput({ place: { slug: "nowhere" } });
    await expect(acceptSuggestion(contributor, id, bad)).rejects.toMatchObject({
      details: { errors: [{ path: "place" }] },
    });
    expect(await stored(id)).toMatchObject({ status: "open", incident: null });
  });

  it("is for contributors, and not for a proposal that is gone", async () => {
    const id = await makeSuggestion();
    await expect(acceptSuggestion(null, id, incidentInput())).rejects.toMatchObject({
      code: "not-signed-in",
    });
    await expect(acceptSuggestion(viewer, id, incidentInput())).rejects.toMatchObject({ code: "forbidden" });
    await expect(acceptSuggestion(contributor, unknownId, incidentInput())).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("addSuggestionToIncident", () => {
  let editor: Principal;
  beforeAll(async () => {
    editor = await makePrincipal("editor");
  });

  async function makeReport() {
    const article = await makeArticle();
    const { id } = await database().suggestion.create({
      data: { articleId: article.id, position: 0, proposal: {} },
      select: { id: true },
    });
    const claims = [
      claimInput(article, "Rockets were fired", { field: "occurred", value: "2021-07-05" }),
      claimInput(article, "Nobody was hurt", { field: "killed", value: { min: 0, max: 0 } }),
      claimInput(article, "Rockets", { field: "eventType", value: "armed-clash" }),
    ];
    return { article, id, claims };
  }

  it("takes the claims into the incident as one new version and makes no other incident", async () => {
    const { publicId } = await makeIncident({ occurred: "2021-07-05" });
    const { article, id, claims } = await makeReport();
    const before = await database().incident.count();
    const { incident, claims: after } = await addSuggestionToIncident(editor, id, publicId, 1, claims);
    expect(incident).toMatchObject({
      version: 2,
      status: "published",
      eventType: "shelling-artillery-missile-attack",
      killed: { min: 0, max: 0 },
    });
    expect(after.map(({ field, standing }) => [field, standing])).toEqual([
      ["occurred", "accepted"],
      ["killed", "accepted"],
      ["eventType", "alternative"],
    ]);
    expect(after.every(({ article: { articleId } }) => articleId === article.id)).toBe(true);
    expect(await stored(id)).toEqual({
      status: "accepted",
      decidedById: editor.id,
      incident: { publicId },
    });
    expect(await database().incident.count()).toBe(before);
    expect((await historyOf(publicId)).at(-1)).toMatchObject({
      action: "update",
      reason: `Added a source: ${article.title}`,
      userId: editor.id,
    });
  });

  it("leaves everything as it was when somebody else changed the incident", async () => {
    const { id: incidentId, publicId } = await makeIncident();
    await changeIncident(incidentId, { title: "Changed by somebody else" });
    const { id, claims } = await makeReport();
    const adding = addSuggestionToIncident(editor, id, publicId, 1, claims);
    await expect(adding).rejects.toMatchObject({ code: "version-conflict" });
    expect(await stored(id)).toMatchObject({ status: "open", incident: null });
    expect(await database().claim.count({ where: { incidentId } })).toBe(0);
  });

  it("adds once, however often it is pressed", async () => {
    const { id: incidentId, publicId } = await makeIncident();
    const { id, claims } = await makeReport();
    const clicks = await Promise.allSettled(
      Array.from({ length: 4 }, () => addSuggestionToIncident(editor, id, publicId, 1, claims)),
    );
    expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().claim.count({ where: { incidentId } })).toBe(claims.length);
  });

  it("is for those who may change the incident", async () => {
    const { publicId } = await makeIncident();
    const { id, claims } = await makeReport();
    const adding = (principal: Principal | null) =>
      addSuggestionToIncident(principal, id, publicId, 1, claims);
    await expect(adding(null)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(adding(viewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(adding(contributor)).rejects.toMatchObject({ code: "forbidden" });
    expect(await stored(id)).toMatchObject({ status: "open" });
    const own = await createIncident(contributor, incidentInput());
    const added = await addSuggestionToIncident(contributor, id, own.incident.publicId, 1, claims);
    expect(added.incident.version).toBe(2);
  });

  it("refuses claims of another article, no claims, a retracted incident and a proposal that is gone", async () => {
    const { publicId } = await makeIncident();
    const { id, claims } = await makeReport();
    const other = await makeReport();
    await expect(addSuggestionToIncident(editor, id, publicId, 1, other.claims)).rejects.toMatchObject({
      code: "invalid-input",
      details: { errors: [{ path: "claims.0.articleId" }, {}, {}] },
    });
    await expect(addSuggestionToIncident(editor, id, publicId, 1, [])).rejects.toMatchObject({
      code: "invalid-input",
    });
    const invented = claims.map((claim) => ({ ...claim, quote: { ...claim.quote, exact: "Never said" } }));
    await expect(addSuggestionToIncident(editor, id, publicId, 1, invented)).rejects.toMatchObject({
      code: "invalid-input",
    });
    const retracted = await makeIncident({}, { status: "retracted" });
    await expect(addSuggestionToIncident(editor, id, retracted.publicId, 1, claims)).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(addSuggestionToIncident(editor, unknownId, publicId, 1, claims)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await stored(id)).toMatchObject({ status: "open", incident: null });
  });
});

describe("decideSuggestion", () => {
  it("sets a proposal aside, opens it again, and one set aside can still be accepted", async () => {
    const id = await makeSuggestion();
    await decideSuggestion(contributor, id, "rejected");
    expect(await stored(id)).toMatchObject({ status: "rejected", decidedById: contributor.id });
    await decideSuggestion(contributor, id, "open");
    expect(await stored(id)).toMatchObject({ status: "open", decidedById: null });
    await decideSuggestion(contributor, id, "rejected");
    await acceptSuggestion(contributor, id, incidentInput());
    await expect(decideSuggestion(contributor, id, "rejected")).rejects.toMatchObject({ code: "conflict" });
    expect(await stored(id)).toMatchObject({ status: "accepted" });
  });

  it("is for contributors, and not for a proposal that is gone", async () => {
    const id = await makeSuggestion();
    await expect(decideSuggestion(null, id, "rejected")).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(decideSuggestion(viewer, id, "rejected")).rejects.toMatchObject({ code: "forbidden" });
    await expect(decideSuggestion(contributor, unknownId, "open")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
