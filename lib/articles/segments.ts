/** A span of a text, in UTF-16 code units. */
export type Span = { start: number; end: number };

/** A piece of a text over which the same marks lie. */
export type Segment<Mark extends Span> = Span & { text: string; marks: Mark[] };

/**
 * Cuts a window of a text wherever a mark begins or ends, so that overlapping marks can be drawn.
 * The pieces are in order, never empty, and join up to the window; marks keep their given order.
 */
export function segments<Mark extends Span>(
  text: string,
  marks: readonly Mark[],
  window: Span = { start: 0, end: text.length },
): Segment<Mark>[] {
  const { start, end } = clamp(window, { start: 0, end: text.length });
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    const clamped = clamp(mark, { start, end });
    cuts.add(clamped.start);
    cuts.add(clamped.end);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1] ?? end;
    return {
      start: from,
      end: to,
      text: text.slice(from, to),
      marks: inside.filter((mark) => mark.start <= from && mark.end >= to),
    };
  });
}

/** The paragraphs of a stored text: its lines that are not blank, without the space around them. */
export function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const trimmed = match[0].trim();
    if (trimmed === "") continue;
    const start = match.index + match[0].indexOf(trimmed);
    spans.push({ start, end: start + trimmed.length });
  }
  return spans;
}

function clamp(span: Span, window: Span): Span {
  const start = Math.min(Math.max(span.start, window.start), window.end);
  return { start, end: Math.max(start, Math.min(span.end, window.end)) };
}
