import { describe, expect, it } from "vitest";
import { textLikeness } from "./text-likeness";

describe("textLikeness", () => {
  it("counts the words of the shorter text, whatever their case, accents and order", () => {
    const one = textLikeness("Rockets hit the base of Ain al-Asad", "AIN AL-ASAD: rockets fired at Base");
    expect(one).toEqual({ value: 1, sharedWords: 3 });
  });

  it("sees through other spellings of names", () => {
    const spelt = textLikeness("Kataib Hezbollah", "Kataeb Hizbullah").value;
    expect(spelt).toBeGreaterThan(0.3);
    expect(spelt).toBeGreaterThan(textLikeness("Kataib Hezbollah", "Liwa al-Ghaliboun").value);
  });

  it("is the same from both sides, 1 for the same text and 0 for nothing in common", () => {
    const [a, b] = ["Drone shot down over Erbil", "Three rockets land in Baghdad"];
    expect(textLikeness(a, b)).toEqual(textLikeness(b, a));
    expect(textLikeness(a, a).value).toBe(1);
    expect(textLikeness("abc", "xyz")).toEqual({ value: 0, sharedWords: 0 });
    expect(textLikeness("", "").value).toBe(1);
  });
});
