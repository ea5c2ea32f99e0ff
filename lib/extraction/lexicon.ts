import type { EventType } from "@/lib/taxonomy/event-types";
import type { Outcome } from "@/lib/taxonomy/terms";

/**
 * What a word or phrase says about an event.
 * strength: 1 names violence of any kind ("attack", "killed"), 5 names one kind beyond doubt ("suicide bomber").
 * role: "event" is a mention by itself; "weak" is one only beside a weapon, another cue or casualties;
 * "evidence" never is, but tells the kind of the event that it stands beside.
 */
export type Sense = {
  type: EventType | null;
  strength: number;
  role: "event" | "weak" | "evidence";
  pos: "noun" | "verb" | "participle" | "ing" | "base";
  outcome?: Outcome;
  /** Word for titles: "rocket", "car bomb". */
  weapon?: string;
  plural?: boolean;
};

/** A sense with each field by its name, for all to be objects of one shape, which are quick to read. */
export const asSense = ({ type, strength, role, pos, outcome, weapon, plural }: Sense): Sense => ({
  type,
  strength,
  role,
  pos,
  outcome,
  weapon,
  plural,
});

export type LexiconRow = readonly [
  role: "event" | "weak" | "evidence",
  type: EventType | null,
  strength: number,
  phrases: string,
  extra?: { outcome?: Outcome; weapon?: string },
];
