"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Role } from "@/lib/taxonomy/terms";
import styles from "./palette-button.module.css";

// Only who opens it loads it.
const Palette = dynamic(() => import("./palette").then((module) => module.Palette), { ssr: false });

/** Opens the command palette; so does Ctrl or Cmd with K, wherever the focus is. */
export function PaletteButton({ role, signOut }: { role: Role; signOut: () => Promise<void> }) {
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== "k" || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      setAsked((count) => count + 1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return (
    <>
      <Button
        className={styles.button}
        size="small"
        aria-label="Search and commands"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title="Search and commands (Ctrl K)"
        onClick={() => setAsked((count) => count + 1)}
      >
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="m9.3 9.3 3.4 3.4" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
        <span className={styles.word}>Search</span>
        <kbd className={styles.key}>Ctrl K</kbd>
      </Button>
      {asked > 0 && <Palette asked={asked} role={role} signOut={signOut} />}
    </>
  );
}
