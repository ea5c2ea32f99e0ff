import type { SuggestedLinkView } from "@/lib/articles/schema";
import { foldName } from "@/lib/geo/fold";
import type { LinkInput } from "@/lib/links/schema";
import { type Item, isBackground, publicIdOf } from "./item";

/** A proposal that waits for a decision; what the article only recalls is decided by itself. */
export const isProposed = (item: Item): boolean =>
  item.suggestion !== null && item.record === null && !item.isRejected && !isBackground(item);

/** Whether a proposal may speak of an incident that is recorded: accepting it would record that twice. */
export const mayBeRecorded = (item: Item): boolean =>
  isProposed(item) && (item.suggestion?.likes.length ?? 0) > 0;

/** Whether a proposal can be accepted together with others, unseen. */
export const isAcceptable = (item: Item): boolean => isProposed(item) && !mayBeRecorded(item);

export const isPublishable = (item: Item): boolean => {
  const status = item.record?.incident.status;
  return status === "draft" || status === "in_review";
};

/** An actor that proposals name and nobody knows, with the lines that name it. */
export type UnknownActor = { name: string; lines: { id: string; key: string }[] };

/** The unknown actors of the open proposals, each name once, in the order of the article. */
export function unknownActors(items: readonly Item[]): UnknownActor[] {
  const found = new Map<string, UnknownActor>();
  for (const { id, form } of items.filter(isProposed)) {
    for (const { key, actor, name } of form.participants) {
      const folded = foldName(name);
      if (actor !== null || folded === "") continue;
      const known = found.get(folded) ?? { name: name.trim(), lines: [] };
      known.lines.push({ id, key });
      found.set(folded, known);
    }
  }
  return [...found.values()];
}

const isStored = (item: Item | undefined): item is Item => publicIdOf(item) !== null && !item?.isRejected;

export const hasLink = (from: Item | undefined, to: Item | undefined, type: LinkInput["type"]): boolean =>
  from?.record?.incident.links.some(
    (link) => link.direction === "outgoing" && link.type === type && link.publicId === publicIdOf(to),
  ) ?? false;

/** The input that confirms a proposed link between two stored incidents. */
export const linkInput = (
  { type, quote }: SuggestedLinkView,
  ends: { from: string; to: string },
  articleId: string,
): LinkInput => ({
  ...ends,
  type,
  confidence: "medium",
  note: null,
  articleId: quote ? articleId : null,
  quote: quote && { exact: quote.exact, start: quote.start, end: quote.end },
});

/** The proposed links whose ends are both stored and that are not made yet. */
export function openLinks(
  items: readonly Item[],
  suggestedLinks: readonly SuggestedLinkView[],
  articleId: string,
): LinkInput[] {
  const at = (position: number) => items.find((item) => item.suggestion?.position === position);
  return suggestedLinks.flatMap((link) => {
    const [from, to] = [at(link.from), at(link.to)];
    if (!isStored(from) || !isStored(to) || hasLink(from, to, link.type)) return [];
    const ends = { from: publicIdOf(from) ?? "", to: publicIdOf(to) ?? "" };
    return ends.from === ends.to ? [] : [linkInput(link, ends, articleId)];
  });
}
