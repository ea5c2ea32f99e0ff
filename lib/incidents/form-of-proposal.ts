import type {
  ProposedIncident,
  ProposedParticipant,
  ProposedPlace,
  ProposedQuote,
} from "@/lib/extraction/proposal";
import { foldName } from "@/lib/geo/fold";
import {
  emptyPlace,
  type FormClaim,
  type FormParticipant,
  type FormPlace,
  type IncidentForm,
  newClaim,
} from "./form";
import { writeTypedCount } from "./typed-count";
import { writeTypedDate } from "./typed-date";

/** A proposal as a form to correct; its quotes are the claims of their fields. */
export function formOfProposal(proposal: ProposedIncident, articleId: string): IncidentForm {
  const participants = proposal.participants.map(formParticipant);
  return {
    title: proposal.title,
    summary: proposal.summary,
    eventType: proposal.eventType,
    outcome: proposal.outcome,
    occurred: writeTypedDate(proposal.occurred, proposal.timeZone),
    timeZone: proposal.timeZone,
    place: proposal.place ? formPlace(proposal.place) : emptyPlace,
    killed: writeTypedCount(proposal.killed),
    injured: writeTypedCount(proposal.injured),
    participants,
    campaigns: [],
    claims: claimsOfQuotes(proposal.quotes, participants, articleId),
    unsourcedReason: "",
  };
}

const formParticipant = (part: ProposedParticipant, index: number): FormParticipant => ({
  key: `p${index}`,
  actor: part.slug,
  name: part.name,
  role: part.role,
  attribution: part.attribution,
  attributedBy: part.attributedBy ?? "",
});

const formPlace = ({ slug, name, country, precision, latitude, longitude }: ProposedPlace): FormPlace => ({
  slug,
  name,
  country,
  precision,
  coordinates: slug === null && latitude !== null && longitude !== null ? `${latitude}, ${longitude}` : "",
});

function claimsOfQuotes(
  quotes: readonly ProposedQuote[],
  participants: readonly FormParticipant[],
  articleId: string,
): FormClaim[] {
  const claims: FormClaim[] = [];
  for (const { field, exact, start, end, participants: toldOf, value } of quotes) {
    const quote = { exact, start, end };
    if (value) {
      const claim = newClaim(`q${claims.length}`, { field, participant: null }, articleId, quote);
      claims.push({ ...claim, standing: "alternative", follows: false, value });
      continue;
    }
    if (field !== "participant") {
      claims.push(newClaim(`q${claims.length}`, { field, participant: null }, articleId, quote));
      continue;
    }
    if (toldOf) {
      for (const part of participants.filter((_part, index) => toldOf.includes(index))) {
        claims.push(newClaim(`q${claims.length}`, { field, participant: part.key }, articleId, quote));
      }
      continue;
    }
    const backed = new Set(claims.map((claim) => claim.participant));
    const named = participants.filter((part) => isNamedIn(part.name, exact));
    const unbacked = participants.filter((part) => !backed.has(part.key));
    for (const part of named.length > 0 ? named : unbacked.slice(0, 1)) {
      claims.push(newClaim(`q${claims.length}`, { field, participant: part.key }, articleId, quote));
    }
  }
  return claims;
}

const emptyWords = new Set(["the", "of", "and", "al", "for", "in", "group", "forces", "force"]);

/** Whether a sentence has a telling word of a name: "Kataib" of Kataib Hezbollah, "coalition". */
function isNamedIn(name: string, sentence: string): boolean {
  const words = foldName(sentence).split(" ");
  return foldName(name)
    .split(" ")
    .some((word) => word.length > 1 && !emptyWords.has(word) && words.includes(word));
}
