"use client";

import { useEffect, useRef } from "react";
import { commandOf, type EditorCommand } from "../chrome/editor-keys";

/** Runs a command for its key; the commands are those of the last drawing. */
export function useWorkbenchKeys(commands: Partial<Record<EditorCommand, () => void>>): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const name = commandOf(event);
      const run = name === null ? undefined : latest.current[name];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
