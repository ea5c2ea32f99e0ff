import { shownWhen } from "@/lib/incidents/shown-when";
import { numberWords } from "@/lib/incidents/words";
import { eventTypeLabel } from "@/lib/taxonomy/event-types";
import type { TimelineBucket, TimelineItem, TimelineWindow } from "@/lib/timeline/schema";
import { bucketId } from "./stops";

const incidentTip = (item: TimelineItem, zone: string | null): string =>
  `${item.title}\n${shownWhen(item, zone)} · ${eventTypeLabel(item.eventType)}`;

/** The short label of an incident beside its mark, as a DOM node: titles never pass through HTML. */
function incidentContent(item: TimelineItem): HTMLElement {
  const element = document.createElement("div");
  element.className = "sl-label";
  element.textContent = item.title;
  return element;
}

/** From here on a count may be wider than its bucket, and is said in thousands where it is. */
const longCount = 1000;

function bucketContent({ count }: TimelineBucket): HTMLElement {
  const element = document.createElement("div");
  element.className = `sl-count sl-digits-${String(count).length}`;
  if (count < longCount) element.textContent = numberWords(count);
  else element.append(...[numberWords(count), `${numberWords(Math.round(count / 1000))}k`].map(spanOfWords));
  element.title = `${numberWords(count)} incidents: click to zoom in`;
  return element;
}

function spanOfWords(words: string): HTMLElement {
  const element = document.createElement("span");
  element.textContent = words;
  return element;
}

type Kept = { words: string; element: HTMLElement; item: TimelineItem | null };

/** The elements of what is drawn, by its id, made again only when they have to say something else. */
export class ItemContents {
  private readonly kept = new Map<string, Kept>();
  private zone: string | null = null;

  /** zone: by whose clocks (IANA); null: those of the place of each incident. */
  prepare({ items, buckets }: TimelineWindow, zone: string | null): void {
    this.zone = zone;
    for (const item of items) {
      for (const group of item.groups) {
        this.keep(`${item.publicId} ${group}`, item.title, item, () => incidentContent(item));
      }
    }
    for (const bucket of buckets) {
      this.keep(bucketId(bucket), String(bucket.count), null, () => bucketContent(bucket));
    }
  }

  get(id: string): HTMLElement | undefined {
    return this.kept.get(id)?.element;
  }

  /** Forgets the elements of all others. */
  keepOnly(ids: { has: (id: string) => boolean }): void {
    for (const id of this.kept.keys()) if (!ids.has(id)) this.kept.delete(id);
  }

  clear(): void {
    this.kept.clear();
  }

  /** The element stays the same node as long as it is drawn. */
  private keep(id: string, words: string, item: TimelineItem | null, make: () => HTMLElement): void {
    const known = this.kept.get(id);
    if (known) known.item = item;
    if (known?.words === words) return;
    const fresh = make();
    if (known) {
      known.words = words;
      known.element.replaceChildren(...fresh.childNodes);
      known.element.title = fresh.title;
    } else {
      this.kept.set(id, { words, element: fresh, item });
      fresh.addEventListener("pointerenter", ({ buttons }) => buttons === 0 && this.tip(id));
    }
  }

  /** Words for a date take longer than all the rest of an item: they are found for the one that is pointed at. */
  private tip(id: string): void {
    const known = this.kept.get(id);
    if (known?.item) known.element.title = incidentTip(known.item, this.zone);
  }
}

/** The label of a group with its count. */
export function groupContent(group: { label: string; count: number }): HTMLElement {
  const element = document.createElement("div");
  element.className = "sl-group";
  const label = document.createElement("span");
  label.textContent = group.label;
  const count = document.createElement("span");
  count.className = "sl-group-count";
  count.textContent = numberWords(group.count);
  element.append(label, count);
  return element;
}
