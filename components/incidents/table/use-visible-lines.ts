"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";

/** Height of a line in pixels, as a rule; incident-table.module.css has it too. */
const lineHeight = 38;

/** Which lines are in the page: all that came with it until a script runs, then those in view and some around. */
export function useVisibleLines(count: number, body: RefObject<HTMLTableSectionElement | null>) {
  const [isLive, setIsLive] = useState(false);
  const [top, setTop] = useState(0);
  useEffect(() => {
    const measure = () => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    setIsLive(true);
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body]);
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => lineHeight,
    overscan: 15,
    scrollMargin: top,
    enabled: isLive,
  });
  const shown = virtual.getVirtualItems();
  const [first, last] = [shown[0], shown.at(-1)];
  const isMeasured = isLive && first !== undefined && last !== undefined;
  const reveal = (index: number) => virtual.scrollToIndex(index, { align: "auto" });
  if (!isMeasured) {
    const items = Array.from({ length: count }, (_, index) => index);
    return { items, before: 0, after: 0, isLive, reveal, measure: null };
  }
  return {
    items: shown.map(({ index }) => index),
    before: first.start - top,
    after: virtual.getTotalSize() - (last.end - top),
    isLive,
    reveal,
    measure: virtual.measureElement,
  };
}

const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

/** Arrow keys go from title to title, Home and End to the first and the last that is listed. */
export function moveFocus(
  event: KeyboardEvent<HTMLElement>,
  count: number,
  reveal: (index: number) => void,
): void {
  const row = event.target instanceof Element ? event.target.closest("tr") : null;
  const current = Number(row?.getAttribute("aria-rowindex")) - 2;
  const by = steps[event.key];
  const wanted =
    event.key === "Home" ? 0 : event.key === "End" ? count - 1 : by === undefined ? null : current + by;
  if (wanted === null || !row || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const index = Math.min(Math.max(wanted, 0), count - 1);
  const { parentElement: body } = row;
  reveal(index);
  const focus = (attempts: number) => {
    const link = body?.querySelector<HTMLElement>(`tr[aria-rowindex="${index + 2}"] a`);
    if (link) link.focus();
    else if (attempts > 0) requestAnimationFrame(() => focus(attempts - 1));
  };
  focus(10);
}
