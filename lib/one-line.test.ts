import { describe, expect, it } from "vitest";
import { lineSchema, linesSchema, manyLines, oneLine } from "./one-line";

describe("oneLine", () => {
  it("keeps letters of any script and the marks they need", () => {
    expect(oneLine(" عين\u200fالأسد  – Ain al-Asad 🚀 ")).toBe("عين\u200fالأسد – Ain al-Asad 🚀");
  });

  it("takes out what cannot be stored or turns the text around it", () => {
    expect(oneLine("a\0b\r\nc\ud83d \u202egnp.exe\u2069")).toBe("a b c\ufffd gnp.exe");
  });
});

describe("manyLines", () => {
  it("keeps lines, tabs and letters of any script", () => {
    expect(manyLines(" Two\r\nlines\r\tعين\u200fالأسد 🚀\u2028end ")).toBe(
      "Two\nlines\n\tعين\u200fالأسد 🚀\nend",
    );
  });

  it("takes out what turns the text around it, or is no character of a text", () => {
    expect(manyLines("a\u0001\u001b[31mb \u202egnp.exe\u2069\ud83d")).toBe("a[31mb gnp.exe\ufffd");
  });

  it.each(["", " \n ", "\u200b\u2060", "\u202e", "\u0007"])("is empty where %j shows nothing", (text) => {
    expect(manyLines(text)).toBe("");
  });

  it("counts what is left", () => {
    expect(linesSchema(2).parse("\u0001ab\u0001")).toBe("ab");
    expect(linesSchema(2).safeParse("abc").error?.issues[0]?.message).toBe("At most 2 characters");
  });
});

describe("lineSchema", () => {
  const name = lineSchema(10, "Give a name");

  it("gives one line", () => {
    expect(name.parse(" Ain\r\n al ")).toBe("Ain al");
  });

  it.each(["", "  ", "\u200b\u200b", "\u202e", "---"])("refuses %j, once", (text) => {
    expect(name.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(["Give a name"]);
  });

  it("refuses what is too long", () => {
    expect(name.safeParse("x".repeat(11)).error?.issues[0]?.message).toBe("At most 10 characters");
  });
});
