import { createActor } from "@/lib/actors/commands";
import { searchActors } from "@/lib/actors/queries";
import { actorInputSchema } from "@/lib/actors/schema";
import { refusing } from "@/lib/api/methods";
import { readNameSearch } from "@/lib/api/name-search";
import { jsonResponse, readBody, route } from "@/lib/api/route";

export const GET = route(async ({ request }) => {
  const { q, limit } = readNameSearch(request);
  return jsonResponse({ data: await searchActors(q, limit) });
});

export const POST = route(async ({ request, principal }) =>
  jsonResponse(await createActor(principal, await readBody(request, actorInputSchema)), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST");
