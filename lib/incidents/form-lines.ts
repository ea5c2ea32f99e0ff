import { claimValueSchemas } from "@/lib/claims/schema";
import type { FormClaim, FormParticipant, IncidentForm } from "./form";

/** The parts of a form that are lists: they are compared and merged line by line. */
export const listParts = ["participants", "campaigns", "claims"] as const;
export type ListPart = (typeof listParts)[number];
export type FormLine = IncidentForm[ListPart][number];

type Lines = ReadonlyMap<string, { line: FormLine; essence: string }>;

/**
 * The lines of a list under keys that mean the same in two forms of one incident: a participant is an
 * actor in a role, as stored; a claim is the words of an article behind a field or participant.
 */
export function linesOf(form: IncidentForm, part: ListPart): Lines {
  switch (part) {
    case "participants":
      return keyed(form.participants, participantKey, ({ key: _key, ...said }) => said);
    case "campaigns":
      return keyed(
        form.campaigns,
        ({ slug }) => slug,
        ({ slug }) => slug,
      );
    case "claims":
      return keyed(form.claims, (claim) => claimKey(form, claim), claimEssence);
  }
}

function keyed<Line extends FormLine>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  essenceOf: (line: Line) => unknown,
): Lines {
  const found = new Map<string, { line: FormLine; essence: string }>();
  for (const line of lines) {
    const key = keyOf(line);
    let free = key;
    for (let number = 2; found.has(free); number += 1) free = `${key} ${number}`;
    found.set(free, { line, essence: JSON.stringify(essenceOf(line)) });
  }
  return found;
}

/** A stored line keeps its key while its role or actor is changed; one that was added is called what it says. */
export const participantKey = ({ key, actor, role }: FormParticipant): string =>
  /^p\d+$/.test(key) && actor !== null ? `${role}-${actor}` : key;

function claimKey(form: IncidentForm, { field, participant, value, articleId, quote }: FormClaim): string {
  const about = field === "participant" ? participantOfClaim(form, participant, value) : "";
  return `${field} ${about} ${articleId} ${quote.start}-${quote.end}`;
}

function participantOfClaim(form: IncidentForm, participant: string | null, value: unknown): string {
  const line = form.participants.find(({ key }) => key === participant);
  if (line) return participantKey(line);
  const read = claimValueSchemas.participant.safeParse(value);
  return read.success ? `${read.data.role}-${read.data.actor ?? read.data.name}` : "";
}

/** What a claim says besides its words; one that follows its field says what the field says. */
const claimEssence = ({ standing, reason, assertedBy, credibility, follows, value }: FormClaim): unknown => [
  standing,
  reason,
  assertedBy,
  credibility,
  follows ? null : (value ?? null),
];
