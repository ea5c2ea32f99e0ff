import { expect, it } from "vitest";
import { newPublicId } from "@/lib/incidents/public-id";
import { publicIdNumber, publicIdText } from "./public-ids";

it("gives every public id a number with the same order, and the id back", () => {
  const ids = ["00000000", "ZZZZZZZZ", ...Array.from({ length: 500 }, newPublicId)];
  expect(ids.map((id) => publicIdText(publicIdNumber(id)))).toEqual(ids);
  expect(ids.toSorted((a, b) => publicIdNumber(a) - publicIdNumber(b))).toEqual(ids.toSorted());
});
