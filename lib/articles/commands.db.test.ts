import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Principal } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import type { ProposedIncident } from "@/lib/extraction/proposal";
import { importArticle } from "@/lib/incidents/article-import";
import { acceptSuggestion } from "@/lib/incidents/suggestion-commands";
import { makeActor, makeArticle, makePlace, makePublisher } from "@/scripts/test/factories";
import { incidentInput } from "@/scripts/test/incident-input";
import { makePrincipal } from "@/scripts/test/principals";
import { decideSuggestion, proposeAgain } from "./commands";
import { listSuggestions } from "./queries";
import { articleInputSchema } from "./schema";

const sample = readFileSync("prisma/demo/import-sample.txt", "utf8");

let viewer: Principal;
let contributor: Principal;
let editor: Principal;
beforeAll(async () => {
  viewer = await makePrincipal("viewer");
  contributor = await makePrincipal("contributor");
  editor = await makePrincipal("editor");
  await makePlace({ name: "Baghdad", kind: "city", timeZone: "Asia/Baghdad" });
  await makePlace({ name: "Erbil", kind: "city", timeZone: "Asia/Baghdad" });
  await makeActor({ name: "Islamic State", aliases: ["Daesh"] });
});

type Given = z.input<typeof articleInputSchema>;
const importAs = (principal: Principal | null, input: Given) =>
  importArticle(principal, articleInputSchema.parse(input));
const storedArticle = (id: string) =>
  database().article.findUniqueOrThrow({ where: { id }, include: { publisher: true } });

let texts = 0;
const newText = () => `Text ${++texts}. Three rockets landed near Baghdad on July 5, 2021. Nobody was hurt.`;
const page = (title: string, text: string) => `<!doctype html><html lang="en"><head><title>${title}</title>
  <meta property="article:published_time" content="2021-07-06T10:30:00+03:00"><meta property="og:site_name" content="Page Times">
  </head><body><article><h1>${title}</h1>${text
    .split("\n\n")
    .map((line) => `<p>${line}</p>`)
    .join("")}</article>
  <script>document.title = "run"</script></body></html>`;

describe("importArticle", () => {
  it("stores a text as given with what was proposed for it, each quote verbatim", async () => {
    const { id, created } = await importAs(contributor, {
      text: sample,
      title: "Sample",
      publishedAt: "2021-07-06T23:30-05:00",
      publisher: "A new outlet",
    });
    expect(created).toBe(true);
    const article = await storedArticle(id);
    expect(article).toMatchObject({
      title: "Sample",
      publishedOn: new Date("2021-07-06T00:00:00Z"),
      publishedAt: new Date("2021-07-07T04:30:00Z"),
      publishedOnFrom: "given",
      language: "en",
      direction: "ltr",
      createdById: contributor.id,
      publisher: { name: "A new outlet" },
    });
    const suggestions = await listSuggestions(id);
    expect(suggestions.length).toBeGreaterThan(1);
    expect(suggestions.map(({ position, status }) => [position, status])).toEqual(
      suggestions.map((_, position) => [position, "open"]),
    );
    for (const quote of suggestions.flatMap(({ proposal }) => proposal.quotes)) {
      expect(article.text.slice(quote.start, quote.end)).toBe(quote.exact);
    }
  });

  it("stores a page with its title, day, publisher and snapshot, and runs nothing of it", async () => {
    const html = page("Rockets near Baghdad", Array(4).fill(newText()).join("\n\n"));
    const { id } = await importAs(contributor, {
      html,
      url: "https://www.example.org/news/1?utm_source=x#top",
    });
    const article = await storedArticle(id);
    expect(article).toMatchObject({
      title: "Rockets near Baghdad",
      canonicalUrl: expect.stringContaining("example.org/news/1"),
      publishedAt: new Date("2021-07-06T07:30:00Z"),
      publisher: { name: "Page Times" },
    });
    expect(article.canonicalUrl).not.toMatch(/utm_source|#top/);
    expect(article.text).toContain("Three rockets landed near Baghdad");
    expect(article.snapshot?.byteLength).toBeGreaterThan(100);
  });

  it("gives the stored article for the same text, and for the same address in another form", async () => {
    const text = newText();
    const first = await importAs(contributor, { text, url: "https://example.org/same?utm_campaign=a" });
    for (const again of [
      { text },
      { text: `\r\n${text}  \n` },
      { text, url: "https://example.org/same#part" },
      // Nothing is fetched for an address that is stored.
      { url: "https://example.org/same" },
    ]) {
      expect(await importAs(editor, again)).toEqual({ id: first.id, created: false });
    }
    expect(await storedArticle(first.id)).toMatchObject({ createdById: contributor.id });
  });

  it("gives editors who import the same text at once one article", async () => {
    const text = newText();
    const before = await database().article.count();
    const imports = await Promise.all(
      [editor, contributor, editor].map((principal) => importAs(principal, { text, publisher: "Race News" })),
    );
    expect(new Set(imports.map(({ id }) => id)).size).toBe(1);
    expect(imports.map(({ created }) => created).sort()).toEqual([false, false, true]);
    expect(await database().article.count()).toBe(before + 1);
  });

  it("keeps every text that editors import from one address at once; the last takes the others' place", async () => {
    const url = "https://race.example.org/1";
    const imports = await Promise.all(
      [editor, contributor, editor].map((principal) => importAs(principal, { text: newText(), url })),
    );
    expect(imports.map(({ created }) => created)).toEqual([true, true, true]);
    const ids = imports.map(({ id }) => id);
    const rows = await database().article.findMany({
      where: { id: { in: ids } },
      select: { id: true, canonicalUrl: true, replacedById: true },
    });
    const [last] = rows.filter(({ canonicalUrl }) => canonicalUrl === url);
    const earlier = rows.filter(({ canonicalUrl }) => canonicalUrl === null);
    expect(last).toMatchObject({ replacedById: null });
    expect(earlier.map(({ replacedById }) => replacedById)).toEqual([last?.id, last?.id]);
  });

  it("adds a new publisher once for two articles at once, and finds a known one by its domain", async () => {
    const both = [newText(), newText()].map((text) =>
      importAs(editor, { text, publisher: "Brand New News" }),
    );
    const [one, two] = await Promise.all(both);
    const publishers = await Promise.all(
      [one, two].map(async (made) => (await storedArticle(made?.id ?? "")).publisher),
    );
    expect(publishers[0]).toEqual(publishers[1]);
    const known = await makePublisher({ domains: ["known.example.org"] });
    const { id } = await importAs(editor, { text: newText(), url: "https://www.known.example.org/a" });
    expect((await storedArticle(id)).publisher).toMatchObject({ slug: known.slug });
  });

  it.each([
    "http://127.0.0.1/",
    "http://localhost:5432/",
    "http://[::1]/",
    "http://10.0.0.7/a",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:127.0.0.1]/",
    "http://0.0.0.0/",
    "http://2130706433/",
  ])("refuses the address %s at its field and says why", async (url) => {
    await expect(importAs(editor, { url })).rejects.toMatchObject({
      code: "invalid-input",
      details: { errors: [{ path: "url", message: expect.stringMatching(/\w+ .*\./) }] },
    });
  });

  it.each(["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "nonsense"])(
    "does not take %s for an address",
    (url) => {
      expect(() => articleInputSchema.parse({ url })).toThrow("http or https");
    },
  );

  it.each([
    ["an empty text", { text: "" }],
    ["white space", { text: " \n\t\u00a0 " }],
    ["binary", { text: "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0000\u0001" }],
    ["broken characters", { text: "\ufffd\ufffd\ufffd\ufffd rockets \ufffd\ufffd\ufffd" }],
    ["a page without words", { html: "<html><body><script>1</script></body></html>" }],
    ["a day that does not exist", { text: "A text.", publishedAt: "2021-02-30" }],
    ["a day before the year 1", { text: "A text.", publishedAt: "0000-05-05" }],
    ["an hour that does not exist", { text: "A text.", publishedAt: "2021-07-06T25:00Z" }],
  ])("refuses %s with a sentence and stores nothing", async (_what, input) => {
    const before = await database().article.count();
    await expect(importAs(editor, input)).rejects.toMatchObject({
      code: "invalid-input",
      message: expect.stringMatching(/\w+ .*\.$/s),
    });
    expect(await database().article.count()).toBe(before);
  });

  it("stores a text of 2,000,000 characters and refuses a longer one", async () => {
    const line = "Nothing of interest was reported from anywhere on that day.\n\n";
    const long = line.repeat(Math.floor(1_999_000 / line.length));
    const { id } = await importAs(editor, { text: `${newText()}\n\n${long}` });
    expect((await storedArticle(id)).text.length).toBeGreaterThan(1_990_000);
    expect(() => articleInputSchema.parse({ text: "x".repeat(2_000_001) })).toThrow("2,000,000");
  });

  it("stores a right-to-left text with its language and direction, without proposals", async () => {
    const text =
      "أعلنت السلطات العراقية أن ثلاثة صواريخ سقطت قرب مطار بغداد الدولي مساء الاثنين دون وقوع إصابات بين المدنيين.";
    const { id } = await importAs(editor, { text });
    const article = await storedArticle(id);
    expect(article).toMatchObject({ language: "ar", direction: "rtl", text });
    expect(await listSuggestions(id)).toEqual([]);
  });

  it("is for contributors and above", async () => {
    await expect(importAs(null, { text: newText() })).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(importAs(viewer, { text: newText() })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("proposeAgain", () => {
  const spanOf = ({ quotes }: ProposedIncident) =>
    quotes.map(({ start, end }) => `${start}-${end}`).sort()[0];

  it("keeps what was decided, replaces what is open and proposes nothing twice", async () => {
    const { id } = await importAs(editor, { text: `${sample}\n\nMore.`, publishedAt: "2021-07-06" });
    const [first, second] = await listSuggestions(id);
    await acceptSuggestion(editor, first?.id ?? "", incidentInput());
    await decideSuggestion(editor, second?.id ?? "", "rejected");
    const before = await listSuggestions(id);
    await proposeAgain(contributor, id);
    const after = await listSuggestions(id);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after.map(({ status }) => status).slice(0, 2)).toEqual(["accepted", "rejected"]);
    expect(after.map(({ proposal }) => spanOf(proposal))).toEqual(
      before.map(({ proposal }) => spanOf(proposal)),
    );
    expect(after.slice(2).map((row) => row.id)).not.toEqual(before.slice(2).map((row) => row.id));
  });

  it("keeps what else a sentence tells when one of its incidents was decided", async () => {
    const { id } = await importAs(editor, { text: `${sample}\n\nOnce more.`, publishedAt: "2021-07-06" });
    const before = await listSuggestions(id);
    const kinds = (rows: typeof before) =>
      rows.map(({ proposal }) => `${proposal.eventType} ${proposal.occurred}`);
    for (const { id: suggestion } of before.slice(-1)) await decideSuggestion(editor, suggestion, "rejected");
    await proposeAgain(editor, id);
    const after = await listSuggestions(id);
    expect(kinds(after).sort()).toEqual(kinds(before).sort());
    const sentences = before.map(({ proposal }) => proposal.quotes[0]?.start);
    expect(sentences.filter((start) => start === sentences.at(-1)).length).toBeGreaterThan(1);
  });

  it("uses a place that was added since, and another day of publication", async () => {
    const text = `${newText()} On Monday two rockets landed near Qushtapa. One man was killed.`;
    const { id } = await importAs(editor, { text, publishedAt: "2021-07-06" });
    const slugs = async () => (await listSuggestions(id)).map(({ proposal }) => proposal.place?.slug);
    expect(await slugs()).not.toContain("qushtapa");
    await makePlace({ name: "Qushtapa", timeZone: "Asia/Baghdad" });
    await proposeAgain(editor, id, { publishedOn: "2021-07-14" });
    expect(await slugs()).toContain("qushtapa");
    expect(await storedArticle(id)).toMatchObject({
      publishedOn: new Date("2021-07-14T00:00:00Z"),
      publishedOnFrom: "given",
    });
    const monday = (await listSuggestions(id)).find(({ proposal }) => proposal.place?.slug === "qushtapa");
    expect(monday?.proposal.occurred).toContain("2021-07-12");
  });

  it("loses nothing when it runs several times at once, also while somebody decides", async () => {
    const { id } = await importAs(editor, { text: `${sample}\n\nAt once.`, publishedAt: "2021-07-06" });
    const before = await listSuggestions(id);
    const decision = acceptSuggestion(editor, before[0]?.id ?? "", incidentInput()).then(
      () => "accepted",
      (error) => error.code,
    );
    await Promise.all([1, 2, 3].map(() => proposeAgain(editor, id)));
    const after = await listSuggestions(id);
    expect(after).toHaveLength(before.length);
    const decided = after.filter(({ status }) => status === "accepted").length;
    expect([await decision, decided]).toEqual(
      (await decision) === "accepted" ? ["accepted", 1] : ["not-found", 0],
    );
  });

  it("proposes once for an article without proposals, asked several times at once", async () => {
    const { id } = await makeArticle({ text: sample, language: "en" });
    await Promise.all([1, 2, 3, 4].map(() => proposeAgain(editor, id)));
    const positions = (await listSuggestions(id)).map(({ position }) => position);
    expect(positions.length).toBeGreaterThan(1);
    expect(positions).toEqual(positions.map((_, index) => index));
  });

  it("is for contributors, and for articles that exist", async () => {
    const { id } = await makeArticle();
    await expect(proposeAgain(null, id)).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(proposeAgain(viewer, id)).rejects.toMatchObject({ code: "forbidden" });
    for (const unknown of ["00000000-0000-7000-8000-000000000000", "no-id"]) {
      await expect(proposeAgain(editor, unknown)).rejects.toMatchObject({ code: "not-found" });
    }
  });
});
