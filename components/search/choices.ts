import { numberWords } from "@/lib/incidents/words";
import { paths } from "@/lib/paths";
import type { SearchSuggestions } from "@/lib/search/schema";

export type Choice = {
  href: string;
  name: string;
  /** What tells it from others of the same name. */
  note: string;
  /** False when the words have done their work: the name stands for them. */
  keepsWords: boolean;
};

/** Suggestions as what can be chosen, by kind; kept is the query that a name is added to. */
export function choicesOf(
  { types, actors, places, campaigns, incidents }: SearchSuggestions,
  kept: string,
): { label: string; options: Choice[] }[] {
  const named = (
    parameter: string,
    options: { slug: string; name: string; count: number; note?: string }[],
  ) =>
    options.map(({ slug, name, count, note }) => ({
      href: withValue(kept, parameter, slug),
      name,
      note: [note, numberWords(count)].filter(Boolean).join(" · "),
      keepsWords: false,
    }));
  const noted = <Option extends { matched: string | null }>(option: Option, more: string | null = null) => ({
    ...option,
    note: [option.matched, more].filter(Boolean).join(", "),
  });
  return [
    {
      label: "Actors",
      options: named(
        "actor",
        actors.map((actor) => noted(actor)),
      ),
    },
    {
      label: "Places",
      options: named(
        "place",
        places.map((place) => noted(place, place.country)),
      ),
    },
    { label: "Event types", options: named("type", types) },
    { label: "Campaigns", options: named("campaign", campaigns) },
    {
      label: "Incidents",
      options: incidents.map(({ publicId, title, occurred }) => ({
        href: paths.incident(publicId, title),
        name: title,
        note: occurred,
        keepsWords: true,
      })),
    },
  ].filter(({ options }) => options.length > 0);
}

function withValue(kept: string, name: string, value: string): string {
  const params = new URLSearchParams(kept);
  if (!params.has(name, value)) params.append(name, value);
  return paths.home(params.toString());
}
