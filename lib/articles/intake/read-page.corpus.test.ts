import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { decodePage } from "@/lib/articles/intake/decode";
import { withPage } from "@/lib/articles/intake/page-document";
import { textOf } from "@/lib/articles/intake/page-text";
import { readPage } from "@/lib/articles/intake/read-page";

// Real pages with what a reader should get out of them; they are kept beside the repository.
const folder = fileURLToPath(new URL("../../../../shared/data/html-pages/", import.meta.url));
const names = existsSync(folder)
  ? readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  : [];

const read = (name: string, file: string) => readFileSync(`${folder}${name}/${file}`);
const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** F1 of two texts as bags of words: 1 when both have the same words equally often. */
function overlap(textA: string, textB: string): number {
  const [a, b] = [words(textA), words(textB)];
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of a) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / (a.length + b.length || 1);
}

const sameWords = (a: string | null, b: string | null) =>
  words(a ?? "").join(" ") === words(b ?? "").join(" ");

const title = "real pages";
describe.skipIf(names.length === 0)(
  names.length === 0 ? `${title} (skipped: ../shared is absent)` : title,
  () => {
    const results = { title: 0, byline: 0 };

    it.each(names)("%s: the text is the expected one", { timeout: 20_000 }, (name) => {
      const page = readPage(decodePage(read(name, "source.html")), "http://fakehost/test/page.html");
      const expected = withPage(read(name, "expected.html").toString(), undefined, (document) =>
        textOf(document.body),
      );
      const metadata: { title: string | null; byline: string | null } = JSON.parse(
        read(name, "expected-metadata.json").toString(),
      );
      if (!metadata.title || sameWords(page.title, metadata.title)) results.title += 1;
      if (sameWords(page.byline, metadata.byline)) results.byline += 1;
      // Measured: 1.000 for every page; the margin is for changes of Readability's own.
      expect(overlap(page.text, expected)).toBeGreaterThan(0.98);
    });

    it("titles and bylines are the expected ones, one or two aside", () => {
      expect(names.length - results.title).toBeLessThanOrEqual(1);
      expect(names.length - results.byline).toBeLessThanOrEqual(2);
    });
  },
);
