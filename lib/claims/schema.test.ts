import { describe, expect, it } from "vitest";
import { claimInputSchema } from "./schema";

const claim = {
  field: "place",
  value: { slug: null, name: "Ain al-Asad", precision: "near" },
  articleId: "01a2040f-f88c-709b-9b3c-bf183a0d0e14",
  quote: { exact: "the base", start: 4, end: 12 },
};

describe("claimInputSchema", () => {
  it("keeps of a value what its field's schema knows", () => {
    const read = claimInputSchema.parse({
      ...claim,
      value: { ...claim.value, note: "hidden", more: { a: [1] } },
    });
    expect(read.value).toEqual(claim.value);
  });

  it("names what is wrong inside a value, and a rejection without a reason", () => {
    const { error } = claimInputSchema.safeParse({
      ...claim,
      value: { ...claim.value, precision: "roughly" },
      standing: "rejected",
    });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["reason", "value.precision"]);
  });
});
