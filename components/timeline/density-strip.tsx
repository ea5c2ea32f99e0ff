"use client";

import { type PointerEvent, useMemo, useRef } from "react";
import type { Span } from "@/lib/timeline/scale";
import styles from "./density-strip.module.css";

type Grip = "start" | "end" | "middle";
type Drag = { grip: Grip; from: number; span: Span };

/** The smallest part of the strip that the brush can be made to cover. */
const minShare = 0.004;

/**
 * Where in the whole range the incidents lie, with the visible window as a brush on it. Dragging is a
 * short cut for the pointer; the buttons and keys of the timeline do the same.
 */
export function DensityStrip({
  density,
  range,
  span,
  onBrush,
}: {
  density: number[];
  range: Span;
  span: Span;
  onBrush: (span: Span, isDone: boolean) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const last = useRef(span);
  const length = range.end - range.start;
  const share = (time: number) => Math.min(1, Math.max(0, (time - range.start) / length));
  const timeAt = (event: PointerEvent) => {
    const bounds = box.current?.getBoundingClientRect();
    return bounds ? range.start + ((event.clientX - bounds.left) / bounds.width) * length : range.start;
  };

  function begin(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    const grip = gripOf(event.target);
    const at = timeAt(event);
    const half = (span.end - span.start) / 2;
    const isInside = at >= span.start && at <= span.end;
    const start = grip !== "middle" || isInside ? span : { start: at - half, end: at + half };
    drag.current = { grip, from: at, span: start };
    last.current = start;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (start !== span) onBrush(start, false);
  }

  function move(event: PointerEvent) {
    if (!drag.current) return;
    last.current = brushed(drag.current, timeAt(event), length * minShare);
    onBrush(last.current, false);
  }

  function end() {
    if (!drag.current) return;
    drag.current = null;
    onBrush(last.current, true);
  }

  const [left, right] = [share(span.start), share(span.end)];
  return (
    <div className={styles.strip} aria-hidden="true">
      <div
        ref={box}
        className={styles.track}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <Bars density={density} />
        <div className={styles.brush} style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}>
          <span className={styles.grip} data-grip="start" />
          <span className={styles.grip} data-grip="end" />
        </div>
      </div>
      <Years range={range} />
    </div>
  );
}

function gripOf(target: EventTarget): Grip {
  const grip = target instanceof HTMLElement ? target.dataset.grip : undefined;
  return grip === "start" || grip === "end" ? grip : "middle";
}

function brushed({ grip, from, span }: Drag, at: number, least: number): Span {
  const by = at - from;
  if (grip === "start") return { start: Math.min(span.start + by, span.end - least), end: span.end };
  if (grip === "end") return { start: span.start, end: Math.max(span.end + by, span.start + least) };
  return { start: span.start + by, end: span.end + by };
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
    <div className={styles.years}>
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
