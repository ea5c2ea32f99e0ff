"use client";

import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from "react";
import type { Span } from "@/lib/timeline/scale";
import { brushed, type Drag, grabbed, keyed } from "./density-brush";
import styles from "./density-strip.module.css";

/** The smallest part of the strip that the brush can be made to cover. */
const minShare = 0.004;
/** An edge of the brush is taken from so many pixels away, by a finger from farther than by a mouse. */
const slackPx = { mouse: 6, touch: 18 };

type Props = {
  density: number[];
  range: Span;
  span: Span;
  /** The window in words, for those who do not see the strip. */
  words: string;
  onBrush: (span: Span, isDone: boolean) => void;
};

/**
 * Where in the whole range the incidents lie, with the visible window as a brush on it: drag it, its edges, or over
 * the empty part; with the keys it is a slider (ARIA), whose Shift and arrows make it longer and shorter.
 */
export function DensityStrip({ density, range, span, words, onBrush }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const last = useRef(span);
  const length = range.end - range.start;
  const share = (time: number) => Math.min(1, Math.max(0, (time - range.start) / length));

  function timeAt(event: PointerEvent) {
    const bounds = box.current?.getBoundingClientRect();
    const width = bounds?.width || 1;
    const at = range.start + ((event.clientX - (bounds?.left ?? 0)) / width) * length;
    const slack = ((event.pointerType === "mouse" ? slackPx.mouse : slackPx.touch) / width) * length;
    return { at, slack };
  }

  function begin(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    const { at, slack } = timeAt(event);
    drag.current = grabbed(span, at, range, slack);
    last.current = span;
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function move(event: PointerEvent<HTMLDivElement>) {
    const { at, slack } = timeAt(event);
    if (!drag.current) {
      event.currentTarget.dataset.grip = grabbed(span, at, range, slack).grip;
      return;
    }
    last.current = brushed(drag.current, at, range, length * minShare);
    onBrush(last.current, false);
  }

  function end(event: PointerEvent<HTMLDivElement>) {
    if (!drag.current) return;
    last.current = brushed(drag.current, timeAt(event).at, range, length * minShare);
    drag.current = null;
    onBrush(last.current, true);
  }

  // The page has taken the finger for scrolling: nothing was meant here.
  function cancel() {
    if (drag.current) onBrush(drag.current.span, true);
    drag.current = null;
  }

  function press(event: KeyboardEvent) {
    const isOther = event.altKey || event.ctrlKey || event.metaKey;
    const next = isOther ? null : keyed(event, span, range);
    if (next === null) return;
    event.preventDefault();
    onBrush(next, true);
  }

  const [left, right] = [share(span.start), share(span.end)];
  return (
    <div className={styles.strip}>
      <div
        ref={box}
        className={styles.track}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={cancel}
      >
        <Bars density={density} />
        <div
          className={styles.brush}
          style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
          role="slider"
          tabIndex={0}
          aria-label="Shown period"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(((left + right) / 2) * 100)}
          aria-valuetext={words}
          aria-description="Arrow keys move it, Shift and arrow keys change its length, Page Up and Page Down move it by most of its length."
          onKeyDown={press}
        >
          <span className={styles.grip} data-grip="start" />
          <span className={styles.grip} data-grip="end" />
        </div>
      </div>
      <Years range={range} />
    </div>
  );
}

function Bars({ density }: { density: number[] }) {
  const path = useMemo(() => {
    const most = Math.max(1, ...density);
    // Square roots: a single incident stays visible beside a month with a hundred.
    return density
      .map((count, index) =>
        count === 0 ? "" : `M${index} 1v${-Math.max(0.12, Math.sqrt(count / most))}h.86V1z`,
      )
      .join("");
  }, [density]);
  return (
    <svg
      className={styles.bars}
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(1, density.length)} 1`}
      preserveAspectRatio="none"
    >
      <path d={path} />
    </svg>
  );
}

function Years({ range }: { range: Span }) {
  const first = new Date(range.start).getUTCFullYear();
  const last = new Date(range.end).getUTCFullYear();
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => (last - first) / years <= 8) ?? 500;
  const years = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, index) => first + index * step,
  );
  const shareOf = (year: number) => (Date.UTC(year, 0, 1) - range.start) / (range.end - range.start);
  return (
    <div className={styles.years} aria-hidden="true">
      {years
        .filter((year) => shareOf(year) >= 0 && shareOf(year) < 0.97)
        .map((year) => (
          <span key={year} style={{ left: `${shareOf(year) * 100}%` }}>
            {year}
          </span>
        ))}
    </div>
  );
}
