"use client";

import { type ZoneChoice, zoneChoiceOf, zoneOf } from "@/lib/timeline/zone-choice";
import { keptChoice, useKeptChoice } from "./kept-choice";

const kept = keptChoice("sightline-zone");

/** By whose clocks the reader wants times, on every page; the browser keeps it. zone is IANA, null for each place's own. */
export function useShownZone(): {
  choice: ZoneChoice;
  zone: string | null;
  choose: (choice: ZoneChoice) => void;
} {
  const choice = zoneChoiceOf(useKeptChoice(kept));
  return { choice, zone: zoneOf(choice), choose: kept.choose };
}
