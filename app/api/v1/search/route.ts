import { refusing } from "@/lib/api/methods";
import { readNameSearch } from "@/lib/api/name-search";
import { jsonResponse, route } from "@/lib/api/route";
import { suggest } from "@/lib/search/suggest";

export const GET = route(async ({ request }) => {
  const { q, limit } = readNameSearch(request);
  return jsonResponse(await suggest(q, Math.min(limit, 10)));
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
