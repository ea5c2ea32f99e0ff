import { describe, expect, it } from "vitest";
import { getArticle, listArticleMarks, listSuggestions } from "@/lib/articles/queries";
import { articleInputSchema } from "@/lib/articles/schema";
import { database } from "@/lib/db/client";
import { claimInput, incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { importArticle, importArticleAgain, listQuotesLeftBehind } from "./article-import";
import { createIncident, publishIncident } from "./commands";
import { getIncidentForEditor } from "./permalink-queries";

const first =
  "Rockets hit the Ain al-Asad airbase on Monday. Three people were killed, officials said. A guard was hurt. Nobody claimed the attack.";
const corrected =
  "CORRECTED. Rockets hit the Ain al-Asad airbase on Monday. Two people were killed, officials said. A guard was hurt. Nobody claimed the attack.";
let count = 0;
const address = () => `https://again.example.org/${++count}`;
const input = (text: string, url: string) =>
  articleInputSchema.parse({ text, url, publishedAt: "2021-07-06" });

async function importBoth() {
  const editor = await makePrincipal("editor");
  const url = address();
  const { id } = await importArticle(editor, input(`${first} ${url}`, url));
  const article = { id, text: `${first} ${url}` };
  const { incident } = await createIncident(
    editor,
    incidentInput({
      killed: { min: 3, max: 3 },
      injured: { min: 1, max: 1 },
      claims: [
        claimInput(article, "Three people were killed", { field: "killed", value: { min: 3, max: 3 } }),
        claimInput(article, "A guard was hurt", { field: "injured", value: { min: 1, max: 1 } }),
      ],
    }),
  );
  await publishIncident(editor, incident.publicId);
  const newer = await importArticle(editor, input(`${corrected} ${url}`, url));
  return { editor, url, id, publicId: incident.publicId, newer };
}

describe("another text under the address of a stored article", () => {
  it("takes its place, and the quotes that it holds move there with a version of their incident", async () => {
    const { id, newer, publicId, url } = await importBoth();
    expect(newer).toEqual({ id: expect.not.stringMatching(id), created: true });
    expect(await getArticle(id)).toMatchObject({ url: null, replacedBy: newer.id });
    expect(await getArticle(newer.id)).toMatchObject({ url, replacedBy: null });
    const found = await getIncidentForEditor(publicId);
    const [killed, injured] = found?.record.claims ?? [];
    expect(killed).toMatchObject({
      article: { articleId: id },
      quote: { exact: "Three people were killed" },
    });
    expect(injured).toMatchObject({ article: { articleId: newer.id }, quote: { exact: "A guard was hurt" } });
    const start = corrected.indexOf("A guard was hurt");
    expect(injured?.quote).toMatchObject({ start, end: start + "A guard was hurt".length });
    expect(found?.revisions[0]).toMatchObject({ action: "reanchor", version: 3 });
  });

  it("does not take it from a contributor where published incidents quote the stored one", async () => {
    const { url, newer, publicId } = await importBoth();
    const contributor = await makePrincipal("contributor");
    const doctored = input(`A GUARD LIES. ${corrected} ${url}`, url);
    await expect(importArticle(contributor, doctored)).rejects.toMatchObject({ code: "forbidden" });
    expect(await getArticle(newer.id)).toMatchObject({ url, replacedBy: null });
    expect((await getIncidentForEditor(publicId))?.record.incident.version).toBe(3);
    const own = address();
    const { id } = await importArticle(contributor, input(`${first} ${own}`, own));
    const again = await importArticle(contributor, input(`${corrected} ${own}`, own));
    expect(await getArticle(id)).toMatchObject({ replacedBy: again.id });
  });

  it("lists the quotes that no longer fit, which stay with the earlier text", async () => {
    const { id, newer, publicId } = await importBoth();
    expect(await listQuotesLeftBehind(newer.id)).toEqual([
      {
        publicId,
        title: "Rockets hit an airbase",
        field: "killed",
        exact: "Three people were killed",
        articleId: id,
      },
    ]);
    expect((await listArticleMarks(id)).map((mark) => mark.field)).toEqual(["killed"]);
  });

  it("keeps what was decided about a proposal of the same words", async () => {
    const editor = await makePrincipal("editor");
    const url = address();
    const { id } = await importArticle(editor, input(`${first} ${url}`, url));
    const [proposal] = await listSuggestions(id);
    expect(proposal).toBeDefined();
    await database().suggestion.update({ where: { id: proposal?.id }, data: { status: "rejected" } });
    const newer = await importArticle(editor, input(`${corrected} ${url}`, url));
    expect((await listSuggestions(newer.id)).map(({ status }) => status)).toContain("rejected");
  });

  it("gives the stored one for the same text, and for the earlier text of a replaced one", async () => {
    const { editor, url, id, newer } = await importBoth();
    expect(await importArticle(editor, input(`${corrected} ${url}`, url))).toEqual({
      id: newer.id,
      created: false,
    });
    expect(await importArticle(editor, input(`${first} ${url}`, url))).toEqual({ id, created: false });
  });

  it("two people who import the newer text at once make one of it", async () => {
    const editor = await makePrincipal("editor");
    const url = address();
    await importArticle(editor, input(`${first} ${url}`, url));
    const both = await Promise.all(
      [1, 2].map(() => importArticle(editor, input(`${corrected} ${url}`, url))),
    );
    expect(both.map(({ created }) => created).sort()).toEqual([false, true]);
    expect(both[0]?.id).toBe(both[1]?.id);
  });
});

describe("importArticleAgain", () => {
  it("says so when the article has no address, and is for contributors", async () => {
    const editor = await makePrincipal("editor");
    const { id } = await importArticle(
      editor,
      articleInputSchema.parse({ text: `${first} Without an address.` }),
    );
    await expect(importArticleAgain(editor, id)).rejects.toMatchObject({ code: "conflict" });
    await expect(importArticleAgain(await makePrincipal("viewer"), id)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(importArticleAgain(null, id)).rejects.toMatchObject({ code: "not-signed-in" });
  });
});
