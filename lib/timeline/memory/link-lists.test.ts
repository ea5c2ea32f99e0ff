import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confidences, linkTypes } from "@/lib/taxonomy/terms";
import { type LinkEnd, LinkLists, linkKind } from "./link-lists";

const end: fc.Arbitrary<LinkEnd> = fc.record({
  other: fc.nat({ max: 2_000_000_000 }),
  direction: fc.constantFrom("outgoing" as const, "incoming" as const),
  type: fc.constantFrom(...linkTypes),
  confidence: fc.constantFrom(...confidences),
});

describe("LinkLists", () => {
  it("gives every list back as it was added, however many follow", () => {
    fc.assert(
      fc.property(fc.array(fc.array(end, { maxLength: 40 }), { maxLength: 60 }), (lists) => {
        const all = new LinkLists();
        const codes = lists.map((ends) => all.add(ends.flatMap((one) => [one.other, linkKind(one)])));
        expect(codes.map((code) => all.read(code))).toEqual(lists);
        expect(codes.map((code) => all.count(code))).toEqual(lists.map(({ length }) => length));
      }),
    );
  });
});
