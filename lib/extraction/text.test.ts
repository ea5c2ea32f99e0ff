import { describe, expect, it } from "vitest";
import { plainText } from "./text";

describe("plainText", () => {
  it("keeps every offset while it makes quotation marks and spaces plain", () => {
    const text = "“It’s over,”\u00a0he said.\r\nNext";
    const plain = plainText(text);
    expect(plain).toBe('"It\'s over," he said.\n\nNext');
    expect(plain).toHaveLength(text.length);
  });

  it("blanks out tags, entities and footnote marks", () => {
    const text = "<p>Five <b>rockets</b>[1] fell&nbsp;here</p>";
    const plain = plainText(text);
    expect(plain).toHaveLength(text.length);
    expect(plain.replace(/\s+/g, " ").trim()).toBe("Five rockets fell here");
  });

  it("leaves a less-than sign that opens no tag", () => {
    expect(plainText("a < b and c > d")).toBe("a < b and c > d");
  });
});
