import type { Box } from "@/lib/incidents/filter-values";
import type { Rows } from "./rows";

const rowsOfCells = 181;
const columns = 361;
const cellCount = rowsOfCells * columns;

/**
 * Where each incident is, as one code: its own coordinates by cells of one degree, south to north and west to east
 * in each row; behind the cells the places, for what is where its place is. So areas are looked up, not compared.
 */
export function regionsOf({ latitude, longitude, place, length }: Rows): Int32Array {
  const regions = new Int32Array(length);
  for (let at = 0; at < length; at += 1) {
    const own = latitude[at] ?? Number.NaN;
    regions[at] = Number.isNaN(own)
      ? cellCount + (place[at] ?? 0)
      : (Math.floor(own) + 90) * columns + Math.floor(longitude[at] ?? 0) + 180;
  }
  return regions;
}

/** By region: possible 1 where boxes reach into it, certain 1 where all of it is in one of them. */
export type RegionTables = { possible: Uint8Array; certain: Uint8Array };

/** places: 1 by code for each place in the boxes. */
export function regionsIn(boxes: readonly Box[], places: Uint8Array): RegionTables {
  const possible = new Uint8Array(cellCount + places.length);
  const certain = new Uint8Array(cellCount + places.length);
  for (const table of [possible, certain]) table.set(places, cellCount);
  for (const { west, south, east, north } of boxes) {
    const spans =
      west <= east
        ? [[west, east]]
        : [
            [west, 180],
            [-180, east],
          ];
    for (let row = Math.floor(south) + 90; row <= Math.floor(north) + 90; row += 1) {
      const isWholeRow = row - 90 >= south && row - 89 <= north;
      for (const [from = 0, to = 0] of spans) {
        for (let column = Math.floor(from) + 180; column <= Math.floor(to) + 180; column += 1) {
          const cell = row * columns + column;
          possible[cell] = 1;
          if (isWholeRow && column - 180 >= from && column - 179 <= to) certain[cell] = 1;
        }
      }
    }
  }
  return { possible, certain };
}
