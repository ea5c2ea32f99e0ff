import type { Span } from "@/lib/articles/segments";
import type { ClaimTarget } from "@/lib/incidents/form";
import { type EventGroup, eventGroupOf } from "@/lib/taxonomy/event-types";
import type { Item } from "./item";

/** A quote of an item in the open article. */
export type TextMark = Span & {
  itemId: string;
  claimKey: string;
  target: ClaimTarget;
  /** Number of the item on the page. */
  number: number;
  group: EventGroup | null;
};

/** The quotes of all items that are not rejected; numbers are those of the cards. */
export function textMarks(
  items: readonly Item[],
  numbers: ReadonlyMap<string, number>,
  articleId: string,
): TextMark[] {
  return items
    .filter((item) => !item.isRejected)
    .flatMap((item) =>
      item.form.claims
        .filter((claim) => claim.articleId === articleId && claim.standing !== "rejected")
        .map((claim) => ({
          start: claim.quote.start,
          end: claim.quote.end,
          itemId: item.id,
          claimKey: claim.key,
          target: { field: claim.field, participant: claim.participant },
          number: numbers.get(item.id) ?? 0,
          group: item.form.eventType === "" ? null : eventGroupOf(item.form.eventType),
        })),
    );
}

export const isSameTarget = (a: ClaimTarget | null, b: ClaimTarget | null): boolean =>
  a !== null && b !== null && a.field === b.field && a.participant === b.participant;
