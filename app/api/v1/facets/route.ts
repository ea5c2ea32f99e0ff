import { refusing } from "@/lib/api/methods";
import { readFilter } from "@/lib/api/read-filter";
import { jsonResponse, route } from "@/lib/api/route";
import { getFacets } from "@/lib/timeline/facets";

export const GET = route(async ({ request, principal }) => {
  const { filter, statuses } = readFilter(new URL(request.url).searchParams, principal);
  return jsonResponse(await getFacets(filter, { statuses }));
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
