/** Whose clocks a reader wants times by: those of the place of each incident, UTC, or their own. */
export const zoneChoices = ["local", "utc", "mine"] as const;
export type ZoneChoice = (typeof zoneChoices)[number];

export const zoneChoiceOf = (value: string | null | undefined): ZoneChoice =>
  zoneChoices.find((choice) => choice === value) ?? "local";

/** The IANA zone of a choice; null: that of each incident. */
export function zoneOf(choice: ZoneChoice): string | null {
  if (choice === "local") return null;
  return choice === "utc" ? "UTC" : Intl.DateTimeFormat().resolvedOptions().timeZone;
}
