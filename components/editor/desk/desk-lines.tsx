"use client";

import { type ReactNode, useEffect } from "react";
import { isPlainKey } from "../chrome/editor-keys";

const lineSelector = "[data-lines] :is(li, tr) a[data-line]";

/** The lines of the desk: J and K go from one to the next, Enter then opens it as any link. */
export function DeskLines({ className, children }: { className?: string; children: ReactNode }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (step === undefined || !isPlainKey(event)) return;
      const lines = [...document.querySelectorAll<HTMLAnchorElement>(lineSelector)];
      const at = lines.findIndex((line) => line.contains(document.activeElement));
      const next = lines[at < 0 ? (step > 0 ? 0 : lines.length - 1) : at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return (
    <div className={className} data-lines>
      {children}
    </div>
  );
}
