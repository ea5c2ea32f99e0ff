import type { Breathe } from "./breathe";
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

const chunk = 1024;

/** Sorts in pieces, so that nothing else has to wait for it; what is nearly sorted takes little more than a copy. */
export async function sortPositions(
  positions: Int32Array<ArrayBuffer>,
  compare: Compare,
  breathe: Breathe,
): Promise<Int32Array<ArrayBuffer>> {
  for (let start = 0; start < positions.length; start += chunk) {
    sortChunk(positions, start, Math.min(start + chunk, positions.length), compare);
    await breathe();
  }
  let from = positions;
  let to = new Int32Array(positions.length);
  for (let width = chunk; width < positions.length; width *= 2) {
    for (let start = 0; start < positions.length; start += 2 * width) {
      const middle = Math.min(start + width, positions.length);
      await merge(from, to, [start, middle, Math.min(middle + width, positions.length)], compare, breathe);
    }
    [from, to] = [to, from];
  }
  return from;
}

function sortChunk(positions: Int32Array, start: number, end: number, compare: Compare): void {
  for (let at = start + 1; at < end; at += 1) {
    if (compare(positions[at - 1] ?? 0, positions[at] ?? 0) > 0) {
      positions.subarray(start, end).sort(compare);
      return;
    }
  }
}

async function merge(
  from: Int32Array,
  to: Int32Array,
  [start, middle, end]: [number, number, number],
  compare: Compare,
  breathe: Breathe,
): Promise<void> {
  if (middle === end || compare(from[middle - 1] ?? 0, from[middle] ?? 0) <= 0) {
    to.set(from.subarray(start, end), start);
    await breathe();
    return;
  }
  let left = start;
  let right = middle;
  for (let at = start; at < end; ) {
    const pause = Math.min(at + 20_000, end);
    for (; at < pause; at += 1) {
      const takeLeft = right >= end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0);
      to[at] = (takeLeft ? from[left] : from[right]) ?? 0;
      if (takeLeft) left += 1;
      else right += 1;
    }
    await breathe();
  }
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
