import { describe, expect, it } from "vitest";
import { lineSchema, oneLine } from "./one-line";

describe("oneLine", () => {
  it("keeps letters of any script and the marks they need", () => {
    expect(oneLine(" عين\u200fالأسد  – Ain al-Asad 🚀 ")).toBe("عين\u200fالأسد – Ain al-Asad 🚀");
  });

  it("takes out what cannot be stored or turns the text around it", () => {
    expect(oneLine("a\0b\r\nc\ud83d \u202egnp.exe\u2069")).toBe("a b c\ufffd gnp.exe");
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
