"use client";

import { useState } from "react";
import { Button } from "./button";
import styles from "./copy-button.module.css";

/** Copies a text; not shown where scripts are off, because the text can be selected there. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [answer, setAnswer] = useState("");

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setAnswer("Copied");
    } catch {
      setAnswer("Select and copy it by hand");
    }
    setTimeout(() => setAnswer(""), 2500);
  }

  return (
    <span className={styles.frame} data-print="hide">
      <Button size="small" onClick={copy}>
        {children}
      </Button>
      <span role="status" className={styles.answer}>
        {answer}
      </span>
    </span>
  );
}
