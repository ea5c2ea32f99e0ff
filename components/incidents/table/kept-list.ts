import type { TableLine } from "@/lib/incidents/list-row";

/** What of a list has been read, and where somebody stood in it. */
export type KeptList = { lines: TableLine[]; nextCursor: string | null; top: number };

const keyOf = (address: string): string => `sightline.list ${address}`;
/** Characters; a longer list begins anew after a visit elsewhere. */
const maxLength = 2_000_000;

let poppedAt = Number.NEGATIVE_INFINITY;
/** Time between the Back button and the list that it leads to. */
const slackMs = 5000;

// For as long as the site is open: the list itself is gone while somebody is elsewhere.
if (typeof window !== "undefined") {
  window.addEventListener("popstate", () => {
    poppedAt = performance.now();
  });
}

function isComingBack(): boolean {
  if (performance.now() - poppedAt < slackMs) return true;
  const [entry] = performance.getEntriesByType("navigation");
  return (
    entry instanceof PerformanceNavigationTiming && entry.type !== "navigate" && performance.now() < slackMs
  );
}

/** Keeps the list of an address for the time that the browser's tab is open. */
export function keepList(address: string, list: KeptList): void {
  try {
    const text = JSON.stringify(list);
    if (text.length <= maxLength) sessionStorage.setItem(keyOf(address), text);
  } catch {
    // Nothing is kept where the browser refuses to.
  }
}

/** The list of an address, when somebody comes back to it; null otherwise. */
export function keptList(address: string): KeptList | null {
  try {
    const text = isComingBack() ? sessionStorage.getItem(keyOf(address)) : null;
    return text === null ? null : (JSON.parse(text) as KeptList);
  } catch {
    return null;
  }
}
