import { describeOccurred } from "@/lib/dates/words";
import type { DeskFinds } from "@/lib/desk/schema";
import { foldName } from "@/lib/geo/fold";
import { paths } from "@/lib/paths";
import { actorKindLabels, placeKindLabels, statusLabels } from "@/lib/taxonomy/words";

/** A line of the palette: leads somewhere, or does something. */
export type PaletteItem = { id: string; label: string; note: string } & (
  | { href: string }
  | { run: () => void }
);
export type PaletteGroup = { label: string; items: PaletteItem[] };

const noteOf = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(" · ");

/** What was found, kind by kind. */
export function groupsOfFinds(finds: DeskFinds, isRecent: boolean): PaletteGroup[] {
  const { incidents, articles, actors, places, campaigns } = finds;
  return [
    {
      label: isRecent ? "Worked on last" : "Incidents",
      items: incidents.map(({ publicId, title, status, occurred, timeZone, place }) => ({
        id: `incident-${publicId}`,
        label: title,
        note: noteOf(
          statusLabels[status],
          describeOccurred(occurred, timeZone, { style: "short" }),
          place?.name,
        ),
        href: paths.editIncident(publicId),
      })),
    },
    {
      label: isRecent ? "Imported last" : "Articles",
      items: articles.map(({ id, title, publisher, publishedOn }) => ({
        id: `article-${id}`,
        label: title,
        note: noteOf(publisher, publishedOn),
        href: paths.workbench(id),
      })),
    },
    {
      label: "Actors",
      items: actors.map(({ slug, name, kind, matched }) => ({
        id: `actor-${slug}`,
        label: name,
        note: noteOf(matched && `“${matched}”`, actorKindLabels[kind]),
        href: paths.incidentTable(`actor=${slug}`),
      })),
    },
    {
      label: "Places",
      items: places.map(({ slug, name, kind, country, matched }) => ({
        id: `place-${slug}`,
        label: name,
        note: noteOf(matched && `“${matched}”`, placeKindLabels[kind], country),
        href: paths.incidentTable(`place=${slug}`),
      })),
    },
    {
      label: "Campaigns",
      items: campaigns.map(({ slug, name }) => ({
        id: `campaign-${slug}`,
        label: name,
        note: "",
        href: paths.incidentTable(`campaign=${slug}`),
      })),
    },
  ].filter(({ items }) => items.length > 0);
}

/** The items of which each typed word begins a word of the label. */
export function matchingItems(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  const wanted = foldName(typed).split(" ").filter(Boolean);
  return items.filter(({ label }) => {
    const words = foldName(label).split(" ");
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  });
}

/** The parts of a label, with those that the typed words stand for marked; words are found by their beginnings. */
export function markedParts(label: string, typed: string): { text: string; isMarked: boolean }[] {
  const wanted = foldName(typed).split(" ").filter(Boolean);
  return label.split(/(?<=\s)|(?=\s)/u).flatMap((part) => {
    const folded = foldName(part);
    const found = wanted.find((one) => folded.startsWith(one));
    if (!found) return [{ text: part, isMarked: false }];
    // A folded name may be shorter or longer than its letters: then the whole word is marked.
    const length = folded.length === part.length ? found.length : part.length;
    return [
      { text: part.slice(0, length), isMarked: true },
      { text: part.slice(length), isMarked: false },
    ];
  });
}
