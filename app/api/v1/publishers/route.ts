import { refusing } from "@/lib/api/methods";
import { readNameSearch } from "@/lib/api/name-search";
import { jsonResponse, readBody, route } from "@/lib/api/route";
import { createPublisher } from "@/lib/publishers/commands";
import { searchPublishers } from "@/lib/publishers/queries";
import { publisherInputSchema } from "@/lib/publishers/schema";

export const GET = route(async ({ request }) => {
  const { q, limit } = readNameSearch(request);
  return jsonResponse({ data: await searchPublishers(q, limit) });
});

export const POST = route(async ({ request, principal }) =>
  jsonResponse(await createPublisher(principal, await readBody(request, publisherInputSchema)), {
    status: 201,
  }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST");
