import { z } from "zod";
import { refusing } from "@/lib/api/methods";
import { readFilter } from "@/lib/api/read-filter";
import { idempotencyKey, jsonResponse, readBody, route } from "@/lib/api/route";
import { atTime, viewsAsOf } from "@/lib/incidents/as-of";
import { createIncident } from "@/lib/incidents/commands";
import { createIncidentOnce } from "@/lib/incidents/create-once";
import { listIncidents, maxListLimit } from "@/lib/incidents/queries";
import { incidentInputSchema } from "@/lib/incidents/schema";
import { incidentSorts } from "@/lib/incidents/sorts";
import { paths } from "@/lib/paths";

const pagingSchema = z.object({
  sort: z.enum(incidentSorts).default("-occurred"),
  limit: z.coerce.number().int().min(1).max(maxListLimit).default(50),
  cursor: z.string().max(500).nullable().default(null),
});

export const GET = route(async ({ request, principal }) => {
  const params = new URL(request.url).searchParams;
  const { filter, statuses, asOf } = readFilter(params, principal);
  const paging = pagingSchema.parse({
    sort: params.get("sort") ?? undefined,
    limit: params.get("limit") ?? undefined,
    cursor: params.get("cursor"),
  });
  const views = asOf ? viewsAsOf : undefined;
  return jsonResponse(
    await atTime(asOf, (reader) => listIncidents(filter, { ...paging, statuses, views }, reader)),
  );
});

export const POST = route(async ({ request, principal }) => {
  const input = await readBody(request, incidentInputSchema);
  const key = idempotencyKey(request);
  const { record, isNew } =
    key === null
      ? { record: await createIncident(principal, input), isNew: true }
      : await createIncidentOnce(principal, key, input, "refused");
  const { incident } = record;
  return jsonResponse(incident, {
    status: isNew ? 201 : 200,
    version: incident.version,
    location: paths.api.incident(incident.publicId),
  });
});

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST");
