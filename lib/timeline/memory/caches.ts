import { type Counts, countsBytes } from "./counts";
import type { Selection } from "./select";
import { SizedCache } from "./sized-cache";
import type { Spot } from "./spots";
import type { BaseSpread } from "./spread";

/** What was worked out of late, by the key of a view; it is about the base alone, so that edits leave it true. */
export type Caches = {
  selections: SizedCache<Selection>;
  counts: SizedCache<Counts>;
  spreads: SizedCache<BaseSpread>;
  /** Of maps; these go with the version too, as a spot holds what came later. */
  spots: SizedCache<Spot[]>;
};

const mebibyte = 1024 * 1024;
const spreadBytes = 1200;
const spotBytes = 100;

export const newCaches = (): Caches => ({
  selections: new SizedCache(64 * mebibyte, (selection) => 64 + (selection?.byteLength ?? 0)),
  counts: new SizedCache(64 * mebibyte, countsBytes),
  spreads: new SizedCache(4 * mebibyte, () => spreadBytes),
  spots: new SizedCache(4 * mebibyte, (spots) => spots.length * spotBytes),
});
