/** The keys of the signed-in area, as the list behind "?" shows them. */
export const keyList = [
  { key: "J", command: "next", does: "Next proposal" },
  { key: "K", command: "previous", does: "Previous proposal" },
  { key: "E", command: "edit", does: "Edit: to the first field of the proposal" },
  { key: "A", command: "save", does: "Save draft (accept the proposal)" },
  { key: "P", command: "publish", does: "Publish" },
  { key: "X", command: "reject", does: "Reject, or open again" },
  { key: "R", command: "returns", does: "Review: return to its author (A approves)" },
  { key: "Q", command: "setQuote", does: "Set the quote of the last field from the selected words" },
  { key: "Shift Q", command: "addQuote", does: "Add the selected words as a further quote" },
  {
    key: "Shift A",
    command: "acceptAll",
    does: "Accept all proposals but those that may already be recorded",
  },
  { key: "Shift U", command: "leaveOut", does: "Leave out the actors that nobody knows yet" },
  { key: "Shift L", command: "linkAll", does: "Create all proposed links between accepted incidents" },
  { key: "Shift P", command: "publishAll", does: "Publish all accepted incidents" },
  { key: "N", command: "newIncident", does: "New incident, from the selected words if there are any" },
  { key: "L", command: "link", does: "Link two incidents" },
  { key: "T", command: "article", does: "To the article; arrow keys then select sentence by sentence" },
  { key: "M", command: "merge", does: "Possible duplicates: merge the two" },
  { key: "D", command: "distinct", does: "Possible duplicates: the two are not the same" },
  { key: "?", command: "help", does: "This list" },
] as const;

export type EditorCommand = (typeof keyList)[number]["command"];

const offKey = "sightline.keys-off";

/** Whether single keys act on this device (WCAG 2.1.4 asks that they can be turned off). */
export function areKeysOn(): boolean {
  return localStorage.getItem(offKey) === null;
}

export function turnKeys(on: boolean): void {
  if (on) localStorage.removeItem(offKey);
  else localStorage.setItem(offKey, "1");
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type)));

/** Whether a key press is a key by itself that may act: not text for a field, not while a dialog is open. */
export const isPlainKey = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  !event.isComposing &&
  !isField(event.target) &&
  areKeysOn() &&
  document.querySelector("dialog[open], [role=dialog]") === null;

/** The command of a key press; null when it is text for a field. With Alt a key acts in fields too. */
export function commandOf(event: KeyboardEvent): EditorCommand | null {
  if (event.ctrlKey || event.metaKey || event.defaultPrevented || event.isComposing) return null;
  if (document.querySelector("dialog[open]")) return null;
  if (!event.altKey && (isField(event.target) || !areKeysOn())) return null;
  // With Alt some layouts type another character: the place of the key tells which letter it is.
  const letter = event.altKey ? /^Key([A-Z])$/.exec(event.code)?.[1] : /^[a-z]$/i.exec(event.key)?.[0];
  const key = letter ? `${event.shiftKey ? "Shift " : ""}${letter.toUpperCase()}` : event.key;
  return keyList.find((one) => one.key === key)?.command ?? null;
}
