import { type Counts, countsBytes } from "./counts";
import type { Selection } from "./select";
import { SizedCache } from "./sized-cache";
import type { BaseSpread } from "./spread";

/** What was worked out of late, by the key of a view; it is about the base alone, so that edits leave it true. */
export type Caches = {
  selections: SizedCache<Selection>;
  counts: SizedCache<Counts>;
  spreads: SizedCache<BaseSpread>;
};

const mebibyte = 1024 * 1024;
const spreadBytes = 1200;

export const newCaches = (): Caches => ({
  selections: new SizedCache(64 * mebibyte, (selection) => 64 + (selection?.byteLength ?? 0)),
  counts: new SizedCache(64 * mebibyte, countsBytes),
  spreads: new SizedCache(4 * mebibyte, () => spreadBytes),
});
