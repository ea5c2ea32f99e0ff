"use client";

import { useEffect, useRef } from "react";

/** Something that the page at hand can do, as the command palette offers it. */
export type PageCommand = { id: string; label: string; run: () => void };

const offered = new Set<() => readonly PageCommand[]>();

/** What can be done on the page at hand, as it stands now. */
export const listPageCommands = (): PageCommand[] => [...offered].flatMap((list) => list());

/** Offers commands in the palette for as long as the component is there. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const current = useRef(commands);
  useEffect(() => {
    current.current = commands;
  });
  useEffect(() => {
    const list = () => current.current;
    offered.add(list);
    return () => {
      offered.delete(list);
    };
  }, []);
}
