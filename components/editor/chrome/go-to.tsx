"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Role } from "@/lib/taxonomy/terms";
import { isPlainKey } from "./editor-keys";
import { goalsFor } from "./go-keys";

/** How long after G its letter is waited for. */
const patienceMs = 1500;

/** Puts the focus on the first line of a part of the desk that is on this page; false when it is not. */
function focusPart(href: string): boolean {
  const [path, id] = href.split("#");
  if (!id || path !== location.pathname) return false;
  const part = document.getElementById(id)?.closest("section");
  if (!part) return false;
  part.scrollIntoView({ block: "nearest" });
  part.querySelector<HTMLElement>("a, button, summary")?.focus();
  return true;
}

/** G and then a letter leads to a page or a part of the desk. */
export function GoTo({ role }: { role: Role }) {
  const router = useRouter();

  useEffect(() => {
    let begunAt = Number.NEGATIVE_INFINITY;
    const press = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      const isWaiting = event.timeStamp - begunAt < patienceMs;
      begunAt = Number.NEGATIVE_INFINITY;
      if (!isWaiting) {
        if (event.key.toLowerCase() === "g") begunAt = event.timeStamp;
        return;
      }
      const goal = goalsFor(role).find(({ letter }) => letter === event.key.toUpperCase());
      if (!goal) return;
      // The same letter may mean something on the page at hand.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!focusPart(goal.href)) router.push(goal.href);
    };
    document.addEventListener("keydown", press, { capture: true });
    return () => document.removeEventListener("keydown", press, { capture: true });
  }, [router, role]);

  return null;
}
