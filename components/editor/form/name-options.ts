import { z } from "zod";
import { paths } from "@/lib/paths";
import { actorKinds, type IncidentStatus, incidentStatuses, placeKinds } from "@/lib/taxonomy/terms";
import { actorKindLabels, placeKindLabels } from "@/lib/taxonomy/words";

/** A choice under a field: what is chosen, and a note that tells it from others of the name. */
export type NameOption = { key: string; name: string; note: string };

const actorSchema = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(actorKinds),
  parent: z.string().nullable(),
  matched: z.string().nullable(),
});

const placeSchema = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(placeKinds),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  timeZone: z.string().nullable(),
  matched: z.string().nullable(),
});
export type PlaceChoice = NameOption & Pick<z.infer<typeof placeSchema>, "country" | "timeZone">;

const publisherSchema = z.object({
  slug: z.string(),
  name: z.string(),
  reliability: z.string().nullable(),
  country: z.string().nullable(),
});

const incidentSchema = z.object({
  publicId: z.string(),
  title: z.string(),
  occurred: z.string(),
  status: z.enum(incidentStatuses),
});

async function search<Schema extends z.ZodType>(
  schema: Schema,
  list: Parameters<typeof paths.api.search>[0],
  typed: string,
  signal: AbortSignal,
  statuses: readonly IncidentStatus[] = [],
): Promise<z.output<Schema>[]> {
  const filter = statuses.map((status) => `&status=${status}`).join("");
  const response = await fetch(paths.api.search(list, typed) + filter, { signal });
  if (!response.ok) return [];
  return z.object({ data: z.array(schema) }).parse(await response.json()).data;
}

const noteOf = (...parts: (string | null)[]) => parts.filter(Boolean).join(" · ");

export async function searchActorOptions(typed: string, signal: AbortSignal): Promise<NameOption[]> {
  const found = await search(actorSchema, "actors", typed, signal);
  return found.map(({ slug, name, kind, parent, matched }) => ({
    key: slug,
    name,
    note: noteOf(matched && `“${matched}”`, actorKindLabels[kind], parent && `part of ${parent}`),
  }));
}

export async function searchPlaceOptions(typed: string, signal: AbortSignal): Promise<PlaceChoice[]> {
  const found = await search(placeSchema, "places", typed, signal);
  return found.map(({ slug, name, kind, country, admin1, timeZone, matched }) => ({
    key: slug,
    name,
    country,
    timeZone,
    note: noteOf(matched && `“${matched}”`, placeKindLabels[kind], admin1, country),
  }));
}

export async function searchPublisherOptions(typed: string, signal: AbortSignal): Promise<NameOption[]> {
  const found = await search(publisherSchema, "publishers", typed, signal);
  return found.map(({ slug, name, country, reliability }) => ({
    key: slug,
    name,
    note: noteOf(country, reliability && `reliability ${reliability}`),
  }));
}

/** Published incidents; statuses asks for those in other ones. */
export async function searchIncidentOptions(
  typed: string,
  signal: AbortSignal,
  statuses: readonly IncidentStatus[] = [],
): Promise<NameOption[]> {
  const found = await search(incidentSchema, "incidents", typed, signal, statuses);
  return found.map(({ publicId, title, occurred }) => ({
    key: publicId,
    name: title,
    note: noteOf(occurred, publicId),
  }));
}
