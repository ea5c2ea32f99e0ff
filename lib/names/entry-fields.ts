import { actorKinds, placeKinds, reliabilities } from "@/lib/taxonomy/terms";
import { actorKindLabels, placeKindLabels } from "@/lib/taxonomy/words";
import type { EntryKind } from "./entry-kinds";

/**
 * How a field of a form is typed. line: one line, empty is none; name: one line that has to be there; text:
 * several lines; list: one item a line; choice: one of some; parent: another entry of the same kind.
 */
type FieldShape = "name" | "line" | "text" | "list" | "choice" | "parent" | "number" | "country" | "zone";

export type EntryField = {
  name: string;
  label: string;
  as: FieldShape;
  hint?: string;
  placeholder?: string;
  choices?: readonly { value: string; label: string }[];
  /** Takes the whole width of the form. */
  isWide?: boolean;
};

const country: EntryField = { name: "country", label: "Country", as: "country", placeholder: "IQ" };

const kindOf = <Kind extends string>(
  kinds: readonly Kind[],
  labels: Readonly<Record<Kind, string>>,
): EntryField => ({
  name: "kind",
  label: "Kind",
  as: "choice",
  choices: kinds.map((value) => ({ value, label: labels[value] })),
});

const aliases = (hint: string): EntryField => ({
  name: "aliases",
  label: "Other names, one a line",
  as: "list",
  hint,
  isWide: true,
});

/** The Admiralty code of sources (STANAG 2511). */
const reliabilityLabels: Record<(typeof reliabilities)[number], string> = {
  A: "A · completely reliable",
  B: "B · usually reliable",
  C: "C · fairly reliable",
  D: "D · not usually reliable",
  E: "E · unreliable",
  F: "F · cannot be judged",
};

/** The fields of the forms, in their order. */
export const entryFields: Record<EntryKind, readonly EntryField[]> = {
  actors: [
    { name: "name", label: "Name", as: "name", isWide: true },
    kindOf(actorKinds, actorKindLabels),
    country,
    { name: "parent", label: "Part of", as: "parent", placeholder: "Name of an actor" },
    { name: "wikidata", label: "Wikidata id", as: "line", placeholder: "Q12345" },
    aliases("Also other spellings. Texts that use one of them mean this actor."),
    { name: "description", label: "Description", as: "text", isWide: true },
  ],
  places: [
    { name: "name", label: "Name", as: "name", isWide: true },
    kindOf(placeKinds, placeKindLabels),
    country,
    { name: "admin1", label: "Province", as: "line", placeholder: "Anbar" },
    { name: "parent", label: "Part of", as: "parent", placeholder: "Name of a place" },
    { name: "latitude", label: "Latitude", as: "number", placeholder: "33.786" },
    { name: "longitude", label: "Longitude", as: "number", placeholder: "42.441" },
    { name: "timeZone", label: "Time zone", as: "zone", placeholder: "that of the point" },
    { name: "geonamesId", label: "GeoNames id", as: "number", placeholder: "98182" },
    aliases("Also other spellings. Several places may share a name."),
  ],
  publishers: [
    { name: "name", label: "Name", as: "name", isWide: true },
    {
      name: "reliability",
      label: "Reliability (Admiralty code)",
      as: "choice",
      choices: [
        { value: "", label: "Not rated" },
        ...reliabilities.map((value) => ({ value, label: reliabilityLabels[value] })),
      ],
    },
    country,
    { name: "homepage", label: "Home page", as: "line", placeholder: "https://www.rudaw.net/", isWide: true },
    {
      name: "domains",
      label: "Domains, one a line",
      as: "list",
      hint: "Articles whose address is of one of them go to this publisher.",
      isWide: true,
    },
  ],
  campaigns: [
    { name: "name", label: "Name", as: "name", isWide: true },
    { name: "description", label: "Description", as: "text", isWide: true },
  ],
};
