import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { importArticle } from "@/lib/incidents/article-import";
import { makePlace } from "@/scripts/test/factories";
import { makePrincipal } from "@/scripts/test/principals";
import { listSuggestions } from "./queries";
import { articleInputSchema } from "./schema";

const page = (language: string, date: string) => `<!doctype html><html lang="${language}"><head>
  <title>Rockets near Baghdad, ${language}, ${date}</title><meta property="article:published_time" content="${date}">
  </head><body><article><p>Three rockets landed near Baghdad on July 5, 2021, officials said in a statement.</p>
  <p>Nobody was hurt. This page is written in ${language} and was published on ${date}, with some more words.</p>
  <p>Nobody claimed the attack, and the police opened an inquiry into where the rockets had come from.</p>
  </article></body></html>`;

beforeAll(async () => {
  await makePlace({ name: "Baghdad", kind: "city" });
});

const importPage = async (language: string, date: string) =>
  importArticle(await makePrincipal("contributor"), articleInputSchema.parse({ html: page(language, date) }));

describe("an imported page", () => {
  it.each(["en", "en-US", "en-GB", "EN", "en_GB"])("in %s gets proposals", async (language) => {
    const { id } = await importPage(language, "2021-07-06");
    expect((await listSuggestions(id)).length).toBeGreaterThan(0);
  });

  it("in another language gets none", async () => {
    const { id } = await importPage("enm", "2021-07-06");
    expect(await listSuggestions(id)).toEqual([]);
  });

  it.each(["0001-01-01T00:00:00+03:00", "9999-12-31T23:59:59-12:00"])(
    "is stored without the impossible date %s",
    async (date) => {
      const { id } = await importPage("en", date);
      const article = await database().article.findUniqueOrThrow({ where: { id } });
      expect(article.publishedAt).toBeNull();
      expect(article.publishedOnFrom).not.toBe("given");
    },
  );
});
