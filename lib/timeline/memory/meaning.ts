import type { Ancestry } from "./hierarchy";
import type { Store } from "./store";

/** What codes mean for filters: where places are, what lies within what, and which slug stands for which code. */
export type Meaning = { codes: string[][]; ancestries: Ancestry[] };

export function meaningOf({ vocabulary, ancestry }: Store): Meaning {
  const { places, actors, campaigns, publishers } = vocabulary;
  const slugs = [actors, campaigns, publishers].map(({ entries }) =>
    entries.map((entry) => entry?.slug ?? ""),
  );
  const placed = places.entries.map((place) =>
    place ? [place.slug, place.country, place.latitude, place.longitude].join() : "",
  );
  return { codes: [placed, ...slugs], ancestries: [ancestry.places, ancestry.actors] };
}

/** True when every code that had a name means the same as before; new ones are in use by nothing older. */
export function isSameMeaning(before: Meaning, after: Meaning): boolean {
  const isSame = (old: readonly string[], now: readonly string[] | undefined) =>
    old.every((meaning, code) => meaning === "" || meaning === now?.[code]);
  const isSameAncestry = ({ start, within }: Ancestry, now: Ancestry | undefined) =>
    start.every((at, code) => at === now?.start[code]) &&
    within.every((outer, at) => outer === now?.within[at]);
  return (
    before.codes.every((old, index) => isSame(old, after.codes[index])) &&
    before.ancestries.every((old, index) => isSameAncestry(old, after.ancestries[index]))
  );
}
