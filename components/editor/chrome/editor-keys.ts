/** The keys of the signed-in area, as the list behind "?" shows them. */
export const keyList = [
  { key: "J", does: "Next proposal" },
  { key: "K", does: "Previous proposal" },
  { key: "E", does: "Edit: to the first field of the proposal" },
  { key: "A", does: "Save draft (accept the proposal)" },
  { key: "P", does: "Publish" },
  { key: "X", does: "Reject, or open again" },
  { key: "Q", does: "Set the quote of the last field from the selected words" },
  { key: "Shift Q", does: "Add the selected words as a further quote" },
  { key: "N", does: "New incident, from the selected words if there are any" },
  { key: "L", does: "Link two incidents" },
  { key: "T", does: "To the article; arrow keys then select sentence by sentence" },
  { key: "?", does: "This list" },
] as const;

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

/**
 * The command key of a press: a capital letter or "?", with "Shift " before a letter typed with Shift;
 * null when it is text for a field. With Alt a key acts in fields too.
 */
export function commandKey(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.defaultPrevented || event.isComposing) return null;
  if (document.querySelector("dialog[open]")) return null;
  if (!event.altKey && (isField(event.target) || !areKeysOn())) return null;
  if (event.key === "?") return "?";
  // With Alt some layouts type another character: the place of the key tells which letter it is.
  const letter = event.altKey ? /^Key([A-Z])$/.exec(event.code)?.[1] : /^[a-z]$/i.exec(event.key)?.[0];
  return letter ? `${event.shiftKey ? "Shift " : ""}${letter.toUpperCase()}` : null;
}
