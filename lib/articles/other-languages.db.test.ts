import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { importArticle } from "@/lib/incidents/article-import";
import { createIncident } from "@/lib/incidents/commands";
import { claimInput, incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { proposeAgain } from "./commands";
import { noProposalsWords } from "./language-words";
import { getArticle, listSuggestedLinks, listSuggestions } from "./queries";
import { articleInputSchema } from "./schema";

/** The same report nine times: rockets fell on a base, two soldiers were killed, nobody claimed it. */
const reports = [
  [
    "Arabic",
    "ar",
    "rtl",
    "سقطت ثلاثة صواريخ على قاعدة في محافظة الأنبار، وقتل جنديان، كما قال المتحدث إن أحدا لم يعلن عن ذلك بعد.",
  ],
  [
    "Persian",
    "fa",
    "rtl",
    "سه موشک به پایگاهی در استان انبار اصابت کرد و دو سرباز کشته شدند، اما سخنگو گفت که کسی این حمله را بر عهده نگرفته است.",
  ],
  [
    "Kurdish",
    "ku",
    "rtl",
    "سێ مووشەک بەر بنکەیەک لە ئەنبار کەوتن و دوو سەرباز کوژران، بەڵام وتەبێژ ڕایگەیاند کە هیچ لایەنێک ئەم هێرشەی لە ئەستۆ نەگرتووە.",
  ],
  [
    "Kurdish",
    "ku",
    "ltr",
    "Sê mûşek li baregehek li Enbarê ketin û du leşker hatin kuştin, lê berdevk got ku kesî ev êrîş li xwe negirtiye û lêpirsîn berdewam e.",
  ],
  [
    "Hebrew",
    "he",
    "rtl",
    "שלוש רקטות פגעו בבסיס במחוז אל-אנבאר ושני חיילים נהרגו, אך הדובר אמר כי אף אחד לא לקח אחריות על הירי עד כה.",
  ],
  [
    "Turkish",
    "tr",
    "ltr",
    "Enbar vilayetindeki bir üsse üç roket isabet etti ve iki asker öldü, ancak sözcü saldırı için bir açıklama yapılmadığını söyledi.",
  ],
  [
    "Russian",
    "ru",
    "ltr",
    "Три ракеты упали на базу в провинции Анбар, погибли двое солдат, но представитель сказал, что ответственность за это никто не взял.",
  ],
  [
    "Ukrainian",
    "uk",
    "ltr",
    "Три ракети впали на базу в провінції Анбар, загинули двоє солдатів, але речник сказав, що ніхто не взяв на себе відповідальність за це.",
  ],
  [
    "French",
    "fr",
    "ltr",
    "Trois roquettes ont frappé une base dans la province d'Anbar et deux soldats ont été tués, mais le porte-parole a dit que personne ne les a revendiquées.",
  ],
  [
    "Spanish",
    "es",
    "ltr",
    "Tres cohetes cayeron sobre una base en la provincia de Anbar y dos soldados murieron, pero el portavoz dijo que nadie se ha atribuido el ataque.",
  ],
] as const;

describe("a report in another language", () => {
  it.each(reports)(
    "in %s (%s, %s) is stored as it is written, without proposals",
    async (name, language, direction, text) => {
      const contributor = await makePrincipal("contributor");
      const { id } = await importArticle(
        contributor,
        articleInputSchema.parse({ text, publishedAt: "2021-07-06" }),
      );
      const article = await getArticle(id);
      expect(article).toMatchObject({ language, direction, text, publishedOn: "2021-07-06" });
      await proposeAgain(contributor, id);
      expect(await listSuggestions(id)).toEqual([]);
      expect(await listSuggestedLinks(id)).toEqual([]);
      expect(noProposalsWords(article?.language ?? null)).toContain(`mark this ${name} one by hand`);
    },
  );

  it("is marked by hand like any other", async () => {
    const contributor = await makePrincipal("contributor");
    const [, , , text] = reports[0];
    const { id } = await importArticle(contributor, articleInputSchema.parse({ text: `${text} تقرير` }));
    const killed = claimInput({ id, text }, "وقتل جنديان", { field: "killed", value: { min: 2, max: 2 } });
    const { claims } = await createIncident(
      contributor,
      incidentInput({ title: "صواريخ على قاعدة", killed: { min: 2, max: 2 }, claims: [killed] }),
    );
    expect(claims[0]?.quote).toMatchObject({ exact: "وقتل جنديان", start: text.indexOf("وقتل") });
    expect(await database().claim.count({ where: { articleId: id } })).toBe(1);
  });
});
