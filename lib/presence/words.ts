import type { Company } from "./schema";

/** Who else has an incident open: "Amal is editing, Ben and Chris are here"; "" when nobody. */
export function companyWords(people: Company["people"]): string {
  const groups = [
    { names: people.filter((one) => one.isEditing).map(({ name }) => name), does: "editing" },
    { names: people.filter((one) => !one.isEditing).map(({ name }) => name), does: "here" },
  ];
  return groups
    .filter(({ names }) => names.length > 0)
    .map(({ names, does }) => `${listed(names)} ${names.length === 1 ? "is" : "are"} ${does}`)
    .join(", ");
}

function listed(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(", ")} and ${names.length - 2} others`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
