import { encodeFilter, type IncidentFilter } from "@/lib/incidents/filters";
import type { Caches } from "./caches";
import { compileFilter, isEverything, type Match, type TextMatch, tester } from "./match";
import { firstIndex } from "./order";
import { type Selection, select } from "./select";
import { eachCorrection, type Store } from "./store";

/** What a filter leaves of a store. */
export type View = {
  /** What the base answers for this key never changes. */
  key: string;
  match: Match;
  test: (position: number) => boolean;
  /** Of the base, dead ones included. */
  selection: () => Selection;
  /** The same from low up to high; null: all of them. */
  selectionWithin: (low: number, high: number) => Selection;
  /** Dead positions of the base that would match. */
  gone: number[];
  /** Matching positions behind the base. */
  added: number[];
};

/** Looks at a store through a filter; text is what its words find. */
export function viewOf(
  store: Store,
  { selections, spreads }: Pick<Caches, "selections" | "spreads">,
  filter: IncidentFilter,
  text: TextMatch | null,
): View {
  const match = compileFilter(store, filter, text);
  const test = tester(store, match);
  const gone: number[] = [];
  const added: number[] = [];
  eachCorrection(store, (position, weight) => {
    if (test(position)) (weight === 1 ? added : gone).push(position);
  });
  // What words find changes with every edit, everything else only with the base.
  const key = `${store.generation}/${text ? store.version : ""}?${encodeFilter(filter)}`;
  const selection = () => (isEverything(match) ? null : selections.get(key, () => select(store, match)));
  const selectionWithin = (low: number, high: number) => {
    const isPart = high - low < store.base.count / 2;
    // Where nobody needs all of it, all of it is not looked for.
    if (isPart && selections.find(key) === undefined && spreads.find(key) !== undefined) {
      return select(store, match, [low, high]);
    }
    const all = selection();
    const indexOf = (position: number) =>
      all ? firstIndex(all.length, (index) => (all[index] ?? 0) >= position) : position;
    return all?.subarray(indexOf(low), indexOf(high)) ?? null;
  };
  return { key, match, test, selection, selectionWithin, gone, added };
}

/** How many incidents match. */
export function countView(store: Store, view: View): number {
  return (view.selection()?.length ?? store.base.count) - view.gone.length + view.added.length;
}
