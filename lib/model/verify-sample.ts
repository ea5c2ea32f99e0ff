import type { ProposedIncident } from "@/lib/extraction/proposal";
import { sampleKnowledge } from "@/lib/extraction/sample-knowledge";
import type { ModelIncident } from "./schema";
import { type ModelFacts, verifyIncidents } from "./verify";

// What the tests of verifyIncidents check answers against.
export const strike =
  "At least four rockets hit Camp Taji on Monday afternoon, killing three soldiers and wounding a dozen.";
export const text = [
  "Rockets hit base north of Baghdad",
  `BAGHDAD — ${strike} Kataib Hezbollah said it had carried out the attack, according to Al-Manar.`,
  "An earlier attack on the same day left between 10 and 14 people wounded near Café Königsberg in Erbil.",
  "Officials warned that militias would attack the embassy. They denied that a drone hit the airport.",
  "In all, 2,400 people have been killed since 2014. No one was hurt in Mosul on July 3, 2021.",
  strike,
].join("\n\n");

export const facts: ModelFacts = {
  text,
  publishedOn: "2021-07-06",
  today: "2024-01-01",
  timeZone: "Asia/Baghdad",
  knowledge: sampleKnowledge,
};

export const said = (changes: Partial<ModelIncident> = {}): ModelIncident => ({
  eventType: "shelling-artillery-missile-attack",
  eventTypeQuote: strike,
  outcome: "completed",
  outcomeQuote: null,
  date: null,
  dateQuote: null,
  place: null,
  placeQuote: null,
  killed: null,
  killedMax: null,
  killedQuote: null,
  injured: null,
  injuredMax: null,
  injuredQuote: null,
  participants: [],
  ...changes,
});

export const verify = (
  changes: Partial<ModelIncident>,
  more: Partial<ModelFacts> = {},
): ProposedIncident | undefined => verifyIncidents([said(changes)], { ...facts, ...more })[0];
