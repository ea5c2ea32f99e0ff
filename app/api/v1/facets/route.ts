import { refusing } from "@/lib/api/methods";
import { readFilter } from "@/lib/api/read-filter";
import { jsonResponse, route } from "@/lib/api/route";
import { atTime } from "@/lib/incidents/as-of";
import { copiedFor } from "@/lib/incidents/as-of-copy";
import { getFacets } from "@/lib/timeline/facets";

export const GET = route(async ({ request, principal }) => {
  const { filter, statuses, asOf } = readFilter(new URL(request.url).searchParams, principal);
  return jsonResponse(
    await atTime(
      asOf,
      (reader) => getFacets(filter, { statuses, signal: request.signal }, reader),
      copiedFor(filter),
    ),
  );
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
