const actionWords: Record<string, string> = {
  create: "Created",
  update: "Changed",
  submit: "Submitted for review",
  publish: "Published",
  retract: "Retracted",
  restore: "Restored",
  merge: "Merged",
  link: "Linked",
  unlink: "Link removed",
};

/** What was done at a version: "Published". */
export const revisionActionWords = (action: string): string => actionWords[action] ?? action;

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
