import type { EventType } from "@/lib/taxonomy/event-types";
import type {
  Attribution,
  ClaimField,
  LinkType,
  Outcome,
  ParticipationRole,
  PlacePrecision,
} from "@/lib/taxonomy/terms";

/** A verbatim span of the input text: exact === text.slice(start, end), offsets in UTF-16 code units. */
export type ProposedQuote = {
  field: ClaimField;
  exact: string;
  start: number;
  end: number;
  /** Of a quote for participants: the indexes of those whom its sentence tells of, by whatever name. */
  participants?: number[];
  /** Of a quote that gives another number than the incident's, one that the text revised or somebody claims. */
  value?: CountRange;
};

/** A count range: max null means open upwards; 0/0 means reported as none. */
export type CountRange = { min: number; max: number | null };

export type ProposedPlace = {
  /** Slug of the gazetteer entry, null when the text names a place that the gazetteer does not know. */
  slug: string | null;
  name: string;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  precision: PlacePrecision;
};

export type ProposedParticipant = {
  /** Slug of the known actor, null when the text names somebody unknown. */
  slug: string | null;
  name: string;
  role: ParticipationRole;
  attribution: Attribution;
  attributedBy: string | null;
};

export type ProposedIncident = {
  title: string;
  summary: string;
  /** EDTF; "" when the text gives no time at all. */
  occurred: string;
  timeZone: string;
  place: ProposedPlace | null;
  eventType: EventType;
  outcome: Outcome;
  killed: CountRange | null;
  injured: CountRange | null;
  participants: ProposedParticipant[];
  /** Those of the values first, then those that give other numbers. */
  quotes: ProposedQuote[];
  background: boolean;
  /** 0 to 1. */
  confidence: number;
  /** The fields that a language model filled, or "all" when it found the incident; absent for what the rules say alone. */
  fromModel?: ClaimField[] | "all";
};

/** from is the later incident or the effect; both are indexes into incidents. */
export type ProposedLink = { from: number; to: number; type: LinkType; quote: ProposedQuote | null };

export type Extraction = {
  article: {
    publishedOn: string | null;
    publishedOnFrom: "given" | "text" | "inferred" | null;
    timeZone: string | null;
    /** Distinct paragraphs. */
    paragraphs: number;
    repeatedParagraphs: number;
  };
  incidents: ProposedIncident[];
  links: ProposedLink[];
};
