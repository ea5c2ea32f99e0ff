import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { POST as createActor, GET as findActors } from "@/app/api/v1/actors/route";
import { GET as readArticle } from "@/app/api/v1/articles/[id]/route";
import { POST as suggestAgain } from "@/app/api/v1/articles/[id]/suggestions/route";
import { POST as importArticle } from "@/app/api/v1/articles/route";
import { POST as publish } from "@/app/api/v1/incidents/[publicId]/publish/route";
import { POST as createIncident, GET as listIncidents } from "@/app/api/v1/incidents/route";
import { addUser } from "@/lib/auth/accounts";
import { auth } from "@/lib/auth/auth";
import { systemPrincipal } from "@/lib/auth/principal";
import { makeIncident } from "../factories";
import { ask, makeKey } from "./request";

// Better Auth tells the console of every refusal, and these tests are made of refusals.
vi.spyOn(console, "warn").mockImplementation(() => {});
vi.spyOn(console, "error").mockImplementation(() => {});

/** The cookie of the request under way: next/headers knows one only inside Next.js. */
const browser = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    getAll: () =>
      browser.cookie.split("; ").flatMap((pair) => {
        const [name = "", value = ""] = pair.split("=");
        return name ? [{ name, value }] : [];
      }),
  }),
  headers: async () => new Headers({ cookie: browser.cookie }),
}));

const path = "/api/v1/incidents";
const given = { title: "Rockets", eventType: "other", occurred: "2021", unsourcedReason: "Made for a test" };
const keys = { viewer: "", contributor: "", editor: "" };
let cookie = "";
beforeAll(async () => {
  keys.viewer = await makeKey("viewer");
  keys.contributor = await makeKey("contributor");
  keys.editor = await makeKey("editor");
  const account = { email: "editor@example.org", password: "correct horse battery" };
  await addUser(systemPrincipal, { ...account, role: "editor" });
  const signedIn = await auth().api.signInEmail({ body: account, asResponse: true });
  cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
});
beforeEach(() => {
  browser.cookie = "";
});

describe("who may write", () => {
  it("nobody without an account, and everybody learns what is missing", async () => {
    const { status, headers, body } = await ask(createIncident, path, { body: given });
    expect([status, headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(body).toMatchObject({
      type: expect.stringContaining("not-signed-in"),
      status: 401,
      detail: expect.stringMatching(/^Sign in.*\.$/),
    });
  });

  it("not with a key that is unknown, misspelt or of another kind", async () => {
    for (const authorization of [`Bearer ${keys.editor}x`, "Bearer sl_unknown", "Basic YTpi", "Bearer"]) {
      const answer = await ask(createIncident, path, { body: given, headers: { authorization } });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([401, "application/problem+json"]);
      expect((await ask(listIncidents, path, { headers: { authorization } })).status).toBe(401);
    }
  });

  it("viewers nothing, contributors drafts, editors the public record", async () => {
    expect((await ask(createIncident, path, { body: given, key: keys.viewer })).status).toBe(403);
    const draft = await ask(createIncident, path, { body: given, key: keys.contributor });
    expect(draft.status).toBe(201);
    const params = { publicId: draft.body.publicId };
    expect((await ask(publish, path, { params, body: {}, key: keys.contributor })).status).toBe(403);
    expect((await ask(publish, path, { params, body: {}, key: keys.editor })).status).toBe(200);
  });

  it("somebody signed in from this site, and not from another one", async () => {
    browser.cookie = cookie;
    const from = (headers: Record<string, string>) =>
      ask(createIncident, path, { body: given, headers: { host: "localhost:3000", ...headers } });
    expect((await from({ origin: "http://localhost:3000", "sec-fetch-site": "same-origin" })).status).toBe(
      201,
    );
    expect((await from({})).status).toBe(201);
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example.org" },
      { origin: "http://localhost:3001" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: "http://localhost:3000" },
    ];
    for (const headers of foreign) {
      expect((await from(headers)).status, JSON.stringify(headers)).toBe(403);
    }
    browser.cookie = `${cookie}tampered`;
    expect((await from({})).status).toBe(401);
  });

  it("a program on another site with a key", async () => {
    const headers = { origin: "https://partner.example.org", "sec-fetch-site": "cross-site" };
    expect((await ask(createIncident, path, { body: given, key: keys.contributor, headers })).status).toBe(
      201,
    );
  });
});

describe("bodies", () => {
  it("are refused above 6 MB, where they are no JSON, and where they hold too much", async () => {
    const key = keys.contributor;
    const large = JSON.stringify({ ...given, summary: "x".repeat(6_000_001) });
    expect((await ask(createIncident, path, { key, body: large })).status).toBe(413);
    for (const body of ["{", "[1", "<html>"]) {
      const answer = await ask(createIncident, path, { key, body });
      expect([answer.status, answer.body.detail]).toEqual([400, "The body is not JSON."]);
    }
    for (const body of ["[]", "null", "3", '"text"', "{}"]) {
      expect((await ask(createIncident, path, { key, body })).status, body).toBe(400);
    }
    const nul = await ask(createIncident, path, { key, body: { ...given, title: "a\u0000b" } });
    expect([nul.status, nul.body.errors?.[0]?.path]).toEqual([400, "title"]);
  });
});

describe("reading", () => {
  it("shows drafts to contributors who ask for them, and to nobody else", async () => {
    const { publicId } = await makeIncident({}, { status: "draft" });
    const asked = `${path}?status=draft`;
    const found = await ask(listIncidents, asked, { key: keys.contributor });
    expect(found.body.data.map((row) => row.publicId)).toContain(publicId);
    for (const key of [undefined, keys.viewer]) {
      const refused = await ask(listIncidents, asked, { key });
      expect([refused.status, refused.body.errors]).toMatchObject([400, [{ path: "status" }]]);
    }
    const all = await ask(listIncidents, `${path}?limit=200`);
    expect(all.body.data.map((row) => row.publicId)).not.toContain(publicId);
  });

  it("tells the health of the server and its database", async () => {
    const response = await health();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: "ok",
      database: "ok",
      version: expect.stringMatching(/^\d+\./),
    });
  });
});

describe("articles through the API", () => {
  const text =
    "Three rockets landed near an airbase on Monday, July 5, 2021. Nobody was hurt, an officer said.";

  it("are stored once: 201 the first time, 200 with the stored one after that", async () => {
    const body = { text, title: "Rockets", publishedAt: "2021-07-06" };
    const made = await ask(importArticle, "/api/v1/articles", { key: keys.contributor, body });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      article: { title: "Rockets", publishedOn: "2021-07-06", publishedOnFrom: "given", text },
      suggestions: { incidents: expect.any(Array), links: [] },
    });
    for (const { quotes } of made.body.suggestions.incidents) {
      for (const { exact, start, end } of quotes) expect(text.slice(start, end)).toBe(exact);
    }
    const again = await ask(importArticle, "/api/v1/articles", { key: keys.editor, body: { text } });
    expect([again.status, again.body.article.id]).toEqual([200, made.body.article.id]);
    const params = { id: made.body.article.id };
    expect((await ask(readArticle, "/api/v1/articles/x", { params })).body).toMatchObject({
      article: { text: null, title: "Rockets" },
      suggestions: null,
    });
    expect((await ask(readArticle, "/api/v1/articles/x", { params, key: keys.viewer })).body).toMatchObject({
      article: { text },
      suggestions: null,
    });
    const proposed = await ask(suggestAgain, "/api/v1/articles/x", {
      params,
      key: keys.contributor,
      body: {},
    });
    expect([proposed.status, proposed.body]).toEqual([200, made.body.suggestions]);
  });

  it("are refused with the field that is wrong", async () => {
    const refused = async (body: object) => {
      const answer = await ask(importArticle, "/api/v1/articles", { key: keys.contributor, body });
      return [answer.status, answer.body.errors?.[0]?.path];
    };
    expect(await refused({})).toEqual([400, "text"]);
    expect(await refused({ text, html: "<p>a</p>" })).toEqual([400, "html"]);
    expect(await refused({ url: "file:///etc/passwd" })).toEqual([400, "url"]);
    expect(await refused({ url: "http://127.0.0.1:1/" })).toEqual([400, "url"]);
    expect(await refused({ text: `${text} More.`, publishedAt: "2021-02-30" })).toEqual([400, "publishedAt"]);
    for (const id of ["no-id", "00000000-0000-7000-8000-000000000000"]) {
      expect((await ask(readArticle, "/api/v1/articles/x", { params: { id } })).status).toBe(404);
      const again = await ask(suggestAgain, "/api/v1/articles/x", {
        params: { id },
        key: keys.editor,
        body: {},
      });
      expect(again.status).toBe(404);
    }
  });
});

describe("actors through the API", () => {
  it("are added once and found by another name", async () => {
    const body = { name: "Saraya Awliya al-Dam", kind: "militia", aliases: ["Guardians of Blood"] };
    const made = await ask(createActor, "/api/v1/actors", { key: keys.contributor, body });
    expect([made.status, made.body.slug]).toEqual([201, "saraya-awliya-al-dam"]);
    const twice = await ask(createActor, "/api/v1/actors", { key: keys.contributor, body });
    expect([twice.status, twice.body.errors[0]?.path]).toEqual([409, "name"]);
    const found = await ask(findActors, "/api/v1/actors?q=guardians%20of");
    expect(found.body.data).toMatchObject([{ slug: made.body.slug }]);
    expect((await ask(findActors, "/api/v1/actors?limit=0")).status).toBe(400);
  });
});
