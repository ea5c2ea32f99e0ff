import type { Rows } from "./rows";

/** Negative when the incident at position a stands before that at b. */
export type Compare = (a: number, b: number) => number;

export const orderNames = ["earliest", "latest", "updated", "published", "killed"] as const;
export type OrderName = (typeof orderNames)[number];

/** Ascending by a column, the later public id first: read backwards, this is a list with the highest first. */
export function byColumn(rows: Rows, name: OrderName): Compare {
  const column = rows[name];
  const { publicId } = rows;
  return (a, b) => (column[a] ?? 0) - (column[b] ?? 0) || (publicId[b] ?? 0) - (publicId[a] ?? 0);
}

/** The most significant first: pinned, links, killed, sources, the later, the smaller public id. */
export function bySignificance(rows: Rows): Compare {
  const { pinned, links, killed, sources, earliest, publicId } = rows;
  return (a, b) =>
    (pinned[b] ?? 0) - (pinned[a] ?? 0) ||
    (links[b] ?? 0) - (links[a] ?? 0) ||
    (killed[b] ?? 0) - (killed[a] ?? 0) ||
    (sources[b] ?? 0) - (sources[a] ?? 0) ||
    (earliest[b] ?? 0) - (earliest[a] ?? 0) ||
    (publicId[a] ?? 0) - (publicId[b] ?? 0);
}

/** The first index from which isBehind holds; it must not change back. */
export function firstIndex(length: number, isBehind: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
