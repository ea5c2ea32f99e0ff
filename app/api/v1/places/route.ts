import { refusing } from "@/lib/api/methods";
import { readNameSearch } from "@/lib/api/name-search";
import { jsonResponse, readBody, route } from "@/lib/api/route";
import { createPlace } from "@/lib/places/commands";
import { searchPlaces } from "@/lib/places/queries";
import { placeInputSchema } from "@/lib/places/schema";

export const GET = route(async ({ request }) => {
  const { q, limit } = readNameSearch(request);
  return jsonResponse({ data: await searchPlaces(q, limit) });
});

export const POST = route(async ({ request, principal }) =>
  jsonResponse(await createPlace(principal, await readBody(request, placeInputSchema)), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST");
