import { describe, expect, it } from "vitest";
import { allSelected, countSelected, isSelected, noSelection, withSelected } from "./selection";

describe("withSelected", () => {
  it("adds and takes away single incidents", () => {
    const two = withSelected(noSelection, ["A", "B"], true);
    expect(countSelected(two, 100)).toBe(2);
    const one = withSelected(two, ["A"], false);
    expect([isSelected(one, "A"), isSelected(one, "B")]).toEqual([false, true]);
  });

  it("keeps what is taken out of all that match, and puts it back", () => {
    const most = withSelected(allSelected, ["A"], false);
    expect(countSelected(most, 100)).toBe(99);
    expect([isSelected(most, "A"), isSelected(most, "B")]).toEqual([false, true]);
    expect(countSelected(withSelected(most, ["A"], true), 100)).toBe(100);
  });
});
