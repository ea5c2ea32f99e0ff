import type { Span } from "@/lib/articles/segments";

/** Words of the article that are selected, trimmed; offsets in UTF-16 code units of its text. */
export type TextSelection = Span & { exact: string };

const segmentSelector = "[data-start]";
const startOf = (segment: Element): number => Number(segment.getAttribute("data-start"));

/** The offset in the text of a boundary in the drawn article; null when no text is drawn. */
function offsetAt(root: Element, node: Node, offset: number): number | null {
  if (node instanceof Text) {
    const segment = node.parentElement?.closest(segmentSelector);
    return segment ? startOf(segment) + offset : null;
  }
  const boundary = document.createRange();
  boundary.setStart(node, offset);
  const segments = [...root.querySelectorAll(segmentSelector)];
  const next = segments.find((segment) => boundary.comparePoint(segment, 0) >= 0);
  const last = segments.at(-1);
  return next ? startOf(next) : last ? startOf(last) + (last.textContent?.length ?? 0) : null;
}

/** What is selected inside the article; null when that is nothing, or lies outside. */
export function readSelection(root: Element, text: string): TextSelection | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const start = offsetAt(root, range.startContainer, range.startOffset);
  const end = offsetAt(root, range.endContainer, range.endOffset);
  return start === null || end === null ? null : trimmed(text, start, end);
}

function trimmed(text: string, start: number, end: number): TextSelection | null {
  const words = text.slice(start, end);
  const exact = words.trim();
  if (exact === "") return null;
  const from = start + words.indexOf(exact);
  return { exact, start: from, end: from + exact.length };
}

/** Selects a span of the text in the drawn article and brings it into view. */
export function selectSpan(root: Element, { start, end }: Span): void {
  const from = boundaryAt(root, start);
  const to = boundaryAt(root, end);
  if (!from || !to) return;
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  const box = to.node.parentElement;
  if (box) scrollWithin(root, box);
}

function boundaryAt(root: Element, offset: number): { node: Node; offset: number } | null {
  for (const segment of root.querySelectorAll(segmentSelector)) {
    const node = segment.firstChild;
    const inside = offset - startOf(segment);
    if (node && inside >= 0 && inside <= (node.textContent?.length ?? 0)) return { node, offset: inside };
  }
  return null;
}

/** Scrolls the article's own frame, never the page, until an element stands in its upper half. */
export function scrollWithin(root: Element, element: Element): void {
  const frame = root.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const isInView = box.top >= frame.top + 24 && box.bottom <= frame.bottom - 24;
  if (isInView) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  root.scrollTo({
    top: root.scrollTop + box.top - frame.top - frame.height / 3,
    behavior: isCalm ? "auto" : "smooth",
  });
}

/** The sentences of a text, paragraph by paragraph. */
export function sentenceSpans(text: string, paragraphs: readonly Span[]): Span[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "sentence" });
  return paragraphs.flatMap((paragraph) =>
    [...segmenter.segment(text.slice(paragraph.start, paragraph.end))].flatMap(({ segment, index }) => {
      const start = paragraph.start + index + (segment.length - segment.trimStart().length);
      const end = paragraph.start + index + segment.trimEnd().length;
      return end > start ? [{ start, end }] : [];
    }),
  );
}

/**
 * The sentence that an arrow key selects: the one after or before what is selected, the first or last when
 * nothing is. extend keeps the start of the selection.
 */
export function nextSentence(
  sentences: readonly Span[],
  selected: Span | null,
  direction: 1 | -1,
  extend: boolean,
): Span | null {
  if (!selected) return sentences.at(direction === 1 ? 0 : -1) ?? null;
  if (direction === 1) {
    const next = sentences.find((sentence) => sentence.end > selected.end);
    return next ? { start: extend ? selected.start : next.start, end: next.end } : null;
  }
  const before = sentences.findLast((sentence) =>
    extend ? sentence.end < selected.end && sentence.end > selected.start : sentence.start < selected.start,
  );
  return before ? { start: extend ? selected.start : before.start, end: before.end } : null;
}
