import type { KeyboardEvent } from "react";

/** The keys of the timeline, as the list behind "?" names them. */
export const timelineKeys: readonly { keys: string; does: string }[] = [
  { keys: "← →", does: "Previous and next incident or count, in time order" },
  { keys: "↑ ↓", does: "The same time in the group above or below" },
  { keys: "Home, End", does: "The first and the last" },
  { keys: "Enter", does: "Open the incident; zoom into the count" },
  { keys: "Escape", does: "Close the incident" },
  { keys: "+ −", does: "Zoom in and out" },
  { keys: "0", does: "Show everything" },
  { keys: "PgUp, PgDn", does: "Earlier and later" },
  { keys: "G", does: "Group by something else" },
  { keys: "Z", does: "Times by other clocks" },
  { keys: "N", does: "Go to now and follow what is published" },
  { keys: "?", does: "This list" },
];

/** Runs the action of a key that is pressed without Alt, Ctrl or Meta, and keeps it from the page. */
export function keyHandler(actions: ReadonlyMap<string, () => void>) {
  return (event: KeyboardEvent) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const action = event.altKey || event.ctrlKey || event.metaKey ? undefined : actions.get(key);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };
}

/** The value after this one, the first after the last. */
export function nextOf<Value>(values: readonly [Value, ...Value[]], current: Value): Value {
  return values[(values.indexOf(current) + 1) % values.length] ?? values[0];
}
