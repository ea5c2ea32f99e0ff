import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseText, splitParagraphs } from "@/lib/articles/intake/normalise-text";

describe("normaliseText", () => {
  it("keeps the characters and repairs the lines", () => {
    const raw = "\ufeffThree rockets hit.  \r\nNo casualties.\rIt said\u0000 so.\n\n\n\n\tEnd\u2028";
    expect(normaliseText(raw).text).toBe("Three rockets hit.\nNo casualties.\nIt said so.\n\n\tEnd");
    // Decomposed letters, joiners and marks of direction are the writer's.
    const kept = "Cafe\u0301 می\u200cرود \u200fشد\u200e و a\u00a0b";
    expect(normaliseText(kept).text).toBe(kept);
    expect(normaliseText("lone \ud800 surrogate").text).toBe("lone \ufffd surrogate");
  });

  it.each([
    ["", "There is no text"],
    [" \n\t\u200b ", "There is no text"],
    ["— … —", "There is no text"],
    [`\u0001\u0002\u0003\u0004\u0005PK binary`, "This is not text"],
    ["\ufffd\ufffd\ufffd\ufffd\ufffd broken", "broken"],
    ["a".repeat(2_000_001), "longer than 2,000,000"],
    ["a".repeat(4_000_001), "longer than 2,000,000"],
  ])("refuses what cannot be an article: %.20j", (raw, part) => {
    expect(() => normaliseText(raw)).toThrow(part);
  });

  it("takes exactly 2,000,000 characters, quickly", () => {
    expect(normaliseText("ab c\n".repeat(400_000).slice(0, 2_000_000)).text.length).toBeLessThanOrEqual(
      2_000_000,
    );
  });

  it.each([
    ["The embassy said that the drone was shot down over the city on Tuesday.", "en", "ltr"],
    ["قال المتحدث إن ثلاثة صواريخ سقطت على القاعدة في محافظة الأنبار", "ar", "rtl"],
    ["این حمله در نزدیکی پایگاه انجام شد و سخنگو گفت که تلفات نداشت", "fa", "rtl"],
    ["ئەم هێرشە لە نزیک بنکەکە کرا و وتەبێژ ڕایگەیاند کە زیان نەبوو", "ku", "rtl"],
    ["Êrîş li nêzîkî bingehê hat kirin û berdevk got ku kes nehatiye kuştin", "ku", "ltr"],
    ["שלוש רקטות נורו אל הבסיס על ידי המיליציה, אך לא היו נפגעים", "he", "rtl"],
    ["Saldırı üs yakınında düzenlendi ve sözcü bir kayıp olmadığını söyledi", "tr", "ltr"],
    ["Три ракеты упали на базу, но никто не был ранен, заявил представитель", "ru", "ltr"],
    ["Три ракети впали на базу, але ніхто не був поранений, заявив речник", "uk", "ltr"],
    ["Trois roquettes ont visé la base dans la province, selon le porte-parole de la coalition", "fr", "ltr"],
    ["Tres cohetes cayeron en la base de la provincia, según el portavoz de la coalición", "es", "ltr"],
    ["Drei Raketen sind auf dem Stützpunkt eingeschlagen, wie der Sprecher mitteilte", "de", "ltr"],
    ["Zzyx qwrt plmk vbnm", null, "ltr"],
    ["Rockets", null, "ltr"],
  ])("%.24s: %s, %s", (text, language, direction) => {
    expect(normaliseText(text)).toMatchObject({ language, direction });
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (tail) => {
        const raw = `Words here. ${"x".repeat(600)}${tail.slice(0, 3)}`;
        const once = normaliseText(raw).text;
        expect(normaliseText(once).text).toBe(once);
      }),
    );
  });
});

describe("splitParagraphs", () => {
  const read = (text: string) => splitParagraphs(text).map(({ start, end }) => text.slice(start, end));

  it("takes lines as paragraphs", () => {
    expect(read("One.\n\n  Two. \nThree.")).toEqual(["One.", "Two.", "Three."]);
    expect(read("")).toEqual([]);
  });

  it("joins lines that are broken at a fixed width", () => {
    const line = "this line goes on and is broken in the middle of what it says and";
    const block = `${line}\n${line}\n${line}\nends here.`;
    expect(read(`${block}\n\n${block}`)).toEqual([block, block]);
  });

  it("covers every visible character once, in order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("word ", "\n", "\n\n", " ", "End. ")), (parts) => {
        const text = parts.join("");
        expect(read(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});
