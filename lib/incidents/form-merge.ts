import { sameClaimValue } from "./claim-values";
import type { FormClaim, FormParticipant, IncidentForm } from "./form";
import { type FormLine, type ListPart, linesOf, listParts, participantKey } from "./form-lines";
import { fieldValue } from "./form-values";

const singleParts = [
  "title",
  "summary",
  "eventType",
  "outcome",
  "occurred",
  "timeZone",
  "place",
  "killed",
  "injured",
  "unsourcedReason",
] as const;
type SinglePart = (typeof singleParts)[number];
export type MergedPart = SinglePart | ListPart;

export type Side = "mine" | "stored";

/** One thing that two forms say differently: a field, or one line of a list. */
export type Spot = {
  /** "title", or "claims/<key of the line>". */
  id: string;
  part: MergedPart;
  line: string | null;
  /** Both changed it, or it is not known who did: somebody has to choose. */
  isConflict: boolean;
  /** The side to begin with. */
  side: Side;
};

export type Sides = Readonly<Partial<Record<string, Side>>>;

/** What a field says, without differences of spelling in dates and numbers. */
function essence(form: IncidentForm, part: SinglePart): string {
  switch (part) {
    case "occurred":
    case "killed":
    case "injured":
      return JSON.stringify(fieldValue(form, { field: part, participant: null }) ?? form[part].trim());
    case "place": {
      const { slug, name, precision, coordinates } = form.place;
      return JSON.stringify([slug ?? name.trim(), precision, coordinates.trim()]);
    }
    default:
      return form[part].trim();
  }
}

/** What a form says, by the id of the spot; a line that is not there has none. */
function essences(form: IncidentForm): Map<string, { part: MergedPart; line: string | null; says: string }> {
  const found = new Map<string, { part: MergedPart; line: string | null; says: string }>();
  for (const part of singleParts) found.set(part, { part, line: null, says: essence(form, part) });
  for (const part of listParts) {
    for (const [line, { essence: says }] of linesOf(form, part)) {
      found.set(`${part}/${line}`, { part, line, says });
    }
  }
  return found;
}

/** The parts in which two forms say different things. */
export function differingParts(a: IncidentForm, b: IncidentForm): MergedPart[] {
  return [...new Set(findSpots(null, a, b).map(({ part }) => part))];
}

/**
 * Where two people's forms of one incident differ. The side to begin with is mine where I changed it and
 * stored where only the other one did; without the state that both started from, mine, and lines that only
 * one of the two has stay.
 */
export function findSpots(start: IncidentForm | null, mine: IncidentForm, stored: IncidentForm): Spot[] {
  const [own, other] = [essences(mine), essences(stored)];
  const before = start && essences(start);
  return [...new Map([...own, ...other])].flatMap(([id, { part, line }]): Spot[] => {
    const [mineSays, storedSays] = [own.get(id)?.says, other.get(id)?.says];
    if (mineSays === storedSays) return [];
    if (!before) return [{ id, part, line, isConflict: true, side: own.has(id) ? "mine" : "stored" }];
    const began = before.get(id)?.says;
    const [changedByMe, changedByOther] = [mineSays !== began, storedSays !== began];
    return [
      { id, part, line, isConflict: changedByMe && changedByOther, side: changedByMe ? "mine" : "stored" },
    ];
  });
}

/** The sides to begin with, by the id of the spot. */
export const sidesOf = (spots: readonly Spot[]): Record<string, Side> =>
  Object.fromEntries(spots.map(({ id, side }) => [id, side]));

/** One form from two, spot by spot; where no side is chosen the stored one stands. */
export function mergeForms(mine: IncidentForm, stored: IncidentForm, sides: Sides): IncidentForm {
  const chosen = singleParts
    .filter((part) => sides[part] === "mine")
    .map((part) => [part, mine[part]] as const);
  const participants = mergeLines(mine, stored, "participants", sides);
  const merged: IncidentForm = {
    ...stored,
    ...Object.fromEntries(chosen),
    participants: participants.map(({ line }) => line as FormParticipant),
    campaigns: mergeLines(mine, stored, "campaigns", sides).map(
      ({ line }) => line as IncidentForm["campaigns"][number],
    ),
  };
  const forms = { mine, stored };
  const claims = mergeLines(mine, stored, "claims", sides).map(({ line, side, isShared }) =>
    // Lines of the list of claims are claims, as those of the lists above are what they were.
    claimIn(merged, forms[side], line as FormClaim, isShared),
  );
  return { ...merged, claims: withFreeKeys(claims) };
}

type Merged = { line: FormLine; side: Side; isShared: boolean };

/** The lines of the stored form in their order, then those that only mine has. */
function mergeLines(mine: IncidentForm, stored: IncidentForm, part: ListPart, sides: Sides): Merged[] {
  const [own, other] = [linesOf(mine, part), linesOf(stored, part)];
  return [...new Set([...other.keys(), ...own.keys()])].flatMap((key): Merged[] => {
    const [ownLine, otherLine] = [own.get(key)?.line, other.get(key)?.line];
    const isSame = own.get(key)?.essence === other.get(key)?.essence;
    const side = isSame ? "stored" : (sides[`${part}/${key}`] ?? "stored");
    const line = side === "mine" ? ownLine : otherLine;
    return line ? [{ line, side, isShared: ownLine !== undefined && otherLine !== undefined }] : [];
  });
}

/**
 * A claim of one of the forms in the merged one: about the same participant, and, when only its own form had
 * it, saying what its field said there: it must not back the other one's value.
 */
function claimIn(merged: IncidentForm, from: IncidentForm, claim: FormClaim, isShared: boolean): FormClaim {
  const about = from.participants.find(({ key }) => key === claim.participant);
  const same = about && merged.participants.find((one) => participantKey(one) === participantKey(about));
  const moved = { ...claim, participant: same?.key ?? null };
  if (!claim.follows || isShared) return moved;
  const said = fieldValue(from, claim);
  const says = fieldValue(merged, moved);
  return sameClaimValue(claim.field, said, says) ? moved : { ...moved, follows: false, value: said };
}

function withFreeKeys(claims: readonly FormClaim[]): FormClaim[] {
  const taken = new Set<string>();
  return claims.map((claim) => {
    let { key } = claim;
    for (let number = 0; taken.has(key); number += 1) key = `q${claims.length + number}`;
    taken.add(key);
    return key === claim.key ? claim : { ...claim, key };
  });
}
