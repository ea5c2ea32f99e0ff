import { beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { importArticle } from "@/lib/incidents/article-import";
import { createIncident, publishIncident } from "@/lib/incidents/commands";
import { makeArticle } from "@/scripts/test/factories";
import { claimInput, incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { proposeAgain } from "./commands";
import { confirmPublicationDay } from "./publication-day";
import { listSuggestions } from "./queries";

const today = "2024-05-20";
const inferred = "2021-07-06";

let viewer: Principal;
let contributor: Principal;
beforeAll(async () => {
  viewer = await makePrincipal("viewer");
  contributor = await makePrincipal("contributor");
});

const makeInferred = () =>
  makeArticle({ publishedOn: new Date(`${inferred}T00:00:00Z`), publishedOnFrom: "inferred" });
const dayOf = async (id: string) => {
  const row = await database().article.findUniqueOrThrow({ where: { id } });
  return [row.publishedOn?.toISOString().slice(0, 10) ?? null, row.publishedOnFrom];
};
const confirm = (principal: Principal | null, articleId: string, publishedOn: string, shown: string | null) =>
  confirmPublicationDay(principal, { articleId, shown, publishedOn }, today);

describe("confirmPublicationDay", () => {
  it("takes the day that was inferred as given and leaves the proposals alone", async () => {
    const { id } = await makeInferred();
    const suggestion = await database().suggestion.create({
      data: { articleId: id, position: 0, proposal: {} },
      select: { id: true },
    });
    expect(await confirm(contributor, id, inferred, inferred)).toEqual({ isReadAgain: false });
    expect(await dayOf(id)).toEqual([inferred, "given"]);
    expect((await listSuggestions(id)).map((row) => row.id)).toEqual([suggestion.id]);
  });

  it("reads the article again from another day", async () => {
    const text = "Gunmen shot dead two policemen in Kirkuk on Monday, officials said. A third man was hurt.";
    const { id } = await importArticle(contributor, { text, publishedAt: undefined });
    expect(await dayOf(id)).toEqual([null, null]);
    expect(await confirm(contributor, id, "2021-07-07", null)).toEqual({ isReadAgain: true });
    expect(await dayOf(id)).toEqual(["2021-07-07", "given"]);
    const [proposed] = await listSuggestions(id);
    expect(proposed?.proposal.occurred).toBe("2021-07-05");
  });

  it("refuses a day to come, an article that does not exist and people who only read", async () => {
    const { id } = await makeInferred();
    await expect(confirm(contributor, id, "2024-05-22", inferred)).rejects.toMatchObject({
      code: "invalid-input",
    });
    const nowhere = "00000000-0000-4000-8000-000000000000";
    await expect(confirm(contributor, nowhere, inferred, inferred)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(confirm(viewer, id, inferred, inferred)).rejects.toMatchObject({ code: "forbidden" });
    await expect(confirm(null, id, inferred, inferred)).rejects.toMatchObject({ code: "not-signed-in" });
    expect(await dayOf(id)).toEqual([inferred, "inferred"]);
  });

  it("is an editor's to change where published incidents quote the report", async () => {
    const article = await makeArticle({
      text: "Three people were killed in Kirkuk on Monday.",
      publishedOn: new Date(`${inferred}T00:00:00Z`),
      publishedOnFrom: "inferred",
    });
    const editor = await makePrincipal("editor");
    const quoted = claimInput(article, "Three people were killed", {
      field: "killed",
      value: { min: 3, max: 3 },
    });
    const { incident } = await createIncident(
      editor,
      incidentInput({ killed: { min: 3, max: 3 }, unsourcedReason: "Told to the desk", claims: [quoted] }),
    );
    await publishIncident(editor, incident.publicId);
    const { id } = article;
    await expect(confirm(contributor, id, "2020-07-06", inferred)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(proposeAgain(contributor, id, { publishedOn: "2020-07-06" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await dayOf(id)).toEqual([inferred, "inferred"]);
    expect(await confirm(contributor, id, inferred, inferred)).toEqual({ isReadAgain: false });
    expect(await confirm(editor, id, "2020-07-06", inferred)).toEqual({ isReadAgain: true });
    expect(await dayOf(id)).toEqual(["2020-07-06", "given"]);
  });

  it("lets only one of two who correct the same day through", async () => {
    const { id } = await makeInferred();
    const outcomes = await Promise.all(
      ["2020-07-06", "2019-07-06"].map((day) =>
        confirm(contributor, id, day, inferred).then(
          () => day,
          (error) => error.code,
        ),
      ),
    );
    expect(outcomes).toContain("conflict");
    expect(await dayOf(id)).toEqual([outcomes.find((outcome) => outcome !== "conflict"), "given"]);
  });
});
