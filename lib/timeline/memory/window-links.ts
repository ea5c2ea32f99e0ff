import { maxStubs, type TimelineLink, type TimelineStub } from "../schema";
import type { LinkEnd } from "./link-lists";
import { publicIdText } from "./public-ids";
import type { Store } from "./store";

/** An end that is not drawn: its position and its public id. */
type Outside = Pick<LinkEnd, "direction" | "type"> & { other: number; id: string };

/**
 * The links within what is drawn, the most significant first, and those that lead from it to what is not. groupOf:
 * the group in which a position that is not drawn is counted, or null.
 */
export function windowLinks(
  { rows, positionOf }: Store,
  drawn: readonly number[],
  groupOf: (position: number) => string | null,
): { links: TimelineLink[]; stubs: TimelineStub[] } {
  const isDrawn = new Set(drawn);
  const idOf = (position: number) => publicIdText(rows.publicId[position] ?? 0);
  const links: TimelineLink[] = [];
  const stubs: TimelineStub[] = [];
  for (const position of drawn) {
    const publicId = idOf(position);
    const outside: Outside[] = [];
    for (const { other: rowNo, ...end } of rows.lists.read(rows.linkList[position] ?? 0)) {
      const other = positionOf[rowNo] ?? -1;
      if (other < 0) continue;
      if (!isDrawn.has(other)) outside.push({ ...end, other, id: idOf(other) });
      else if (end.direction === "outgoing") {
        links.push({ from: publicId, to: idOf(other), type: end.type, confidence: end.confidence });
      }
    }
    outside.sort(
      (a, b) => inOrder(a.id, b.id) || inOrder(a.type, b.type) || inOrder(a.direction, b.direction),
    );
    for (const { other, direction, type, id } of outside.slice(0, maxStubs - stubs.length)) {
      const at = new Date(rows.earliest[other] ?? 0).toISOString();
      stubs.push({ publicId, other: id, direction, type, at, group: groupOf(other) });
    }
  }
  return { links, stubs };
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
