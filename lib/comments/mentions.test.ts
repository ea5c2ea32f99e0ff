import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bodyOfTyped,
  mentionedIds,
  mentionText,
  plainBody,
  splitBody,
  typedMention,
  withKnownMentions,
} from "./mentions";

const amal = { id: "u-1", name: "Amal K. (Desk)", role: "editor" };
const ben = { id: "u2", name: "Ben [night] shift", role: "contributor" };

describe("a comment's mentions", () => {
  it("are kept by id and read by name", () => {
    const body = `${mentionText(amal)}, see ${mentionText(ben)} and ${mentionText(amal)}.`;
    expect(mentionedIds(body)).toEqual(["u-1", "u2"]);
    expect(plainBody(body)).toBe("@Amal K. (Desk), see @Ben  night  shift and @Amal K. (Desk).");
    expect(splitBody("No one @Amal here [x](y)")).toEqual([
      { kind: "text", text: "No one @Amal here [x](y)" },
    ]);
  });

  it("name who somebody is, whatever was sent, and nobody who is not of the desk", () => {
    const body = "@[The administrator](u-1) and @[Somebody](gone)";
    expect(withKnownMentions(body, [amal])).toBe(`${mentionText(amal)} and @Somebody`);
  });

  it("lose nothing of any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constant(mentionText(amal)), fc.constant("@["))),
        (pieces) => {
          const body = pieces.join("");
          const joined = splitBody(body)
            .map((part) => (part.kind === "text" ? part.text : `@[${part.name}](${part.userId})`))
            .join("");
          expect(joined).toBe(body);
        },
      ),
    );
  });
});

describe("bodyOfTyped", () => {
  const people = [
    { id: "1", name: "Amal" },
    { id: "2", name: "Amal K." },
  ];
  it("makes mentions of the chosen names alone, the longest first", () => {
    expect(bodyOfTyped("@Amal K., @Amal and @Ben: a@b @", people)).toBe(
      "@[Amal K.](2), @[Amal](1) and @Ben: a@b @",
    );
    expect(bodyOfTyped("@Amal", [])).toBe("@Amal");
    expect(bodyOfTyped("", people)).toBe("");
  });

  it("loses nothing of any text", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant("@Amal "), fc.constant("@"))), (pieces) => {
        const text = pieces.join("");
        fc.pre(!text.includes("@["));
        expect(plainBody(bodyOfTyped(text, people))).toBe(text);
      }),
    );
  });
});

describe("typedMention", () => {
  it.each([
    ["@am", 3, { start: 0, typed: "am" }],
    ["See @", 5, { start: 4, typed: "" }],
    ["See (@Jos\u00e9", 10, { start: 5, typed: "Jos\u00e9" }],
    ["mail@host", 9, null],
    ["@am later", 9, null],
    ["@am later", 3, { start: 0, typed: "am" }],
    ["@[Amal](u-1)", 12, null],
  ])("reads %s at %i", (text, cursor, expected) => expect(typedMention(text, cursor)).toEqual(expected));
});
