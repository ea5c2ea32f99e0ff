/** The lists of names that editors keep, by the segment of their addresses. */
export const entryKinds = ["actors", "places", "publishers", "campaigns"] as const;
export type EntryKind = (typeof entryKinds)[number];

export const isEntryKind = (text: string): text is EntryKind => entryKinds.some((kind) => kind === text);

export const entryWords: Record<EntryKind, { one: string; many: string; newOne: string }> = {
  actors: { one: "actor", many: "Actors", newOne: "New actor" },
  places: { one: "place", many: "Places", newOne: "New place" },
  publishers: { one: "publisher", many: "Publishers", newOne: "New publisher" },
  campaigns: { one: "campaign", many: "Campaigns", newOne: "New campaign" },
};

/** Contributors add what their drafts need; everything else is for editors. */
export const roleToAdd: Record<EntryKind, "contributor" | "editor"> = {
  actors: "contributor",
  places: "contributor",
  publishers: "editor",
  campaigns: "editor",
};

/** An entry as a line of its list. */
export type EntryLine = {
  slug: string;
  name: string;
  kind: string | null;
  country: string | null;
  /** What it is a part of, or its province. */
  within: string | null;
  /** Admiralty code of a publisher. */
  reliability: string | null;
  /** The other name under which it was found. */
  matched: string | null;
  /** Incidents of any status that name it. */
  incidents: number;
};
