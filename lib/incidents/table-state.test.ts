import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyFilter } from "./filters";
import {
  decodeTableState,
  encodeTableState,
  nextSort,
  tableColumns,
  tableSortKeys,
  usualSort,
} from "./table-state";

const decode = (query: string) => decodeTableState(new URLSearchParams(query));

describe("decodeTableState", () => {
  it("begins with what was changed last and leaves the columns to the device", () => {
    expect(decode("")).toEqual({
      state: { filter: emptyFilter, sort: usualSort, columns: null },
      problems: [],
    });
  });

  it("names an order that does not exist and leaves unknown columns out", () => {
    const { state, problems } = decode("sort=colour&columns=killed,colour,place");
    expect(state).toMatchObject({ sort: usualSort, columns: ["place", "killed"] });
    expect(problems).toMatchObject([{ name: "sort", value: "colour" }]);
  });

  it("gives back every state that it wrote", () => {
    const sorts = tableSortKeys.flatMap((key) => [key, `-${key}`] as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...sorts),
        fc.subarray([...tableColumns]),
        fc.subarray(["draft", "published"] as const),
        (sort, columns, status) => {
          const state = {
            filter: { ...emptyFilter, status: [...status], q: "base" },
            sort,
            columns: columns.length > 0 ? columns : null,
          };
          expect(decode(encodeTableState(state)).state).toEqual(state);
        },
      ),
    );
  });
});

describe("nextSort", () => {
  it("turns the order round, and begins another one with the latest or the most", () => {
    expect(nextSort("-updated", "updated")).toBe("updated");
    expect(nextSort("updated", "updated")).toBe("-updated");
    expect(nextSort("-updated", "killed")).toBe("-killed");
    expect(nextSort("-updated", "title")).toBe("title");
  });
});
