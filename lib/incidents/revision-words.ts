import type { RevisionAction } from "@/lib/taxonomy/terms";

const actionWords: Record<RevisionAction, string> = {
  create: "Created",
  update: "Changed",
  submit: "Submitted for review",
  return: "Returned to its author",
  publish: "Published",
  retract: "Retracted",
  restore: "Restored",
  merge: "Merged",
  unmerge: "Merge undone",
  link: "Linked",
  unlink: "Link removed",
  bulk: "Changed with others",
  undo: "Change with others undone",
  reanchor: "Quotes moved to a newer text",
};

/** What was done at a version: "Published". */
export const revisionActionWords = (action: string): string =>
  Object.entries(actionWords).find(([known]) => known === action)?.[1] ?? action;

const fieldWords: Record<string, string> = {
  eventType: "event type",
  occurred: "date",
  timeZone: "time zone",
  participations: "who took part",
};

/** The fields that a version changed: "date, place and claims"; "" when none did. */
export function changedFieldsWords(changes: readonly string[]): string {
  const words = changes.map((field) => fieldWords[field] ?? field);
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
