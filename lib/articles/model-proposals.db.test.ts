import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import { importArticle } from "@/lib/incidents/article-import";
import { makeActor, makePlace } from "@/scripts/test/factories";
import { type ModelServer, sayJson, sayText, startModelServer } from "@/scripts/test/model-server";
import { makePrincipal } from "@/scripts/test/principals";
import { proposeAgain } from "./commands";
import { getModelReport, listSuggestions } from "./queries";
import { articleInputSchema } from "./schema";
import { suggestionsOf } from "./suggestion-output";

let server: ModelServer;
let contributor: Principal;
beforeAll(async () => {
  server = await startModelServer();
  // Settings are read once, at the first use of the database.
  process.env.SIGHTLINE_MODEL_URL = server.url;
  process.env.SIGHTLINE_MODEL_NAME = "small";
  contributor = await makePrincipal("contributor");
  await makePlace({
    name: "Camp Taji",
    kind: "base",
    latitude: 33.52,
    longitude: 44.26,
    timeZone: "Asia/Baghdad",
  });
  await makePlace({
    name: "Mosul",
    kind: "city",
    latitude: 36.34,
    longitude: 43.13,
    timeZone: "Asia/Baghdad",
  });
  await makeActor({ name: "Kataib Hezbollah" });
});
afterAll(() => server.stop());

const rockets = "Three rockets hit Camp Taji on July 5, 2021, killing two soldiers.";
const convoy = "In Mosul on the same day a convoy met its end at a bridge, and of nine men none came home.";
const claim = "Kataib Hezbollah said the deed was theirs.";
let texts = 0;
let text = "";
beforeEach(() => {
  text = `${rockets}\n\n${convoy} ${claim}\n\nReport ${++texts}.`;
});

const incident = (changes: object) => ({
  eventType: "attack",
  outcome: "completed",
  participants: [],
  ...changes,
});
const found = {
  incidents: [
    incident({
      eventType: "shelling-artillery-missile-attack",
      eventTypeQuote: rockets,
      killed: 9,
      killedQuote: rockets,
    }),
    incident({
      eventTypeQuote: convoy,
      place: "Mosul",
      placeQuote: convoy,
      killed: 9,
      killedQuote: convoy,
      participants: [
        {
          name: "Kataib Hezbollah",
          role: "claimant",
          attribution: "claimed",
          attributedBy: null,
          quote: claim,
        },
        {
          name: "Unknown Brigade",
          role: "perpetrator",
          attribution: "alleged",
          attributedBy: null,
          quote: convoy,
        },
      ],
    }),
  ],
};

const ofRules = expect.stringMatching(/Camp Taji.*2 killed/);

const importText = async (language = text) =>
  (
    await importArticle(
      contributor,
      articleInputSchema.parse({ text: language, publishedAt: "2021-07-06", title: "Taji" }),
    )
  ).id;
const titlesOf = async (id: string) => (await listSuggestions(id)).map(({ proposal }) => proposal.title);

describe("importing an article with a language model configured", () => {
  it("stores what the model alone found after what the rules propose, marked as the model's", async () => {
    server.behave((response) => sayText(response, JSON.stringify(found)));
    const before = [await database().actor.count(), await database().place.count()];
    const id = await importText();
    const proposals = (await listSuggestions(id)).map(({ proposal }) => proposal);
    expect(proposals.map(({ title, fromModel }) => [title, fromModel])).toEqual([
      [ofRules, undefined],
      ["Attack in Mosul", "all"],
    ]);
    expect(proposals[0]?.killed).toEqual({ min: 2, max: 2 });
    expect(proposals[1]).toMatchObject({
      place: { slug: "mosul" },
      participants: [{ slug: "kataib-hezbollah", role: "claimant" }],
    });
    for (const { quotes } of proposals)
      for (const { exact, start, end } of quotes) expect(text.slice(start, end)).toBe(exact);
    expect(await getModelReport(id)).toEqual({ ok: true, problem: null });
    expect([await database().actor.count(), await database().place.count()]).toEqual(before);
    expect(server.requests).toHaveLength(1);
  });

  it("costs nothing but the model's part when the model fails, and says so until it is asked again", async () => {
    server.behave((response) => sayJson(response, { error: { message: "overloaded" } }, 500));
    const id = await importText();
    expect(await titlesOf(id)).toEqual([ofRules]);
    expect(await getModelReport(id)).toEqual({
      ok: false,
      problem: "The language model answered with an error (HTTP 500).",
    });
    server.behave((response) => sayText(response, JSON.stringify(found)));
    await proposeAgain(contributor, id);
    expect(await titlesOf(id)).toEqual([ofRules, "Attack in Mosul"]);
    expect(await getModelReport(id)).toEqual({ ok: true, problem: null });
  });

  it("does not ask about a text in another language", async () => {
    server.behave((response) => sayText(response, JSON.stringify(found)));
    const id = await importText(
      "Trois roquettes ont frappé la base de Taji lundi, selon les autorités locales. Deux soldats ont été tués et plusieurs autres blessés dans cette attaque.",
    );
    expect(await listSuggestions(id)).toEqual([]);
    expect(await getModelReport(id)).toBeNull();
    expect(server.requests).toEqual([]);
  });

  it("keeps the mark out of what the API answers", async () => {
    server.behave((response) => sayText(response, JSON.stringify(found)));
    const stored = await listSuggestions(await importText());
    const article = {
      publishedOn: null,
      publishedOnFrom: null,
      timeZone: null,
      paragraphs: 0,
      repeatedParagraphs: 0,
    };
    const output = suggestionsOf({ article, incidents: stored.map(({ proposal }) => proposal), links: [] });
    expect(output.incidents).toHaveLength(2);
    expect(JSON.stringify(output)).not.toContain("fromModel");
  });

  it("answers null about an article that is not there", async () => {
    expect(await getModelReport("no-id")).toBeNull();
    expect(await getModelReport("00000000-0000-7000-8000-000000000000")).toBeNull();
  });
});
