import { refusing } from "@/lib/api/methods";
import { jsonResponse, readBody, route } from "@/lib/api/route";
import { createLink } from "@/lib/incidents/link-commands";
import { linkInputSchema } from "@/lib/links/schema";

export const POST = route(async ({ request, principal }) => {
  const { id, from } = await createLink(principal, await readBody(request, linkInputSchema));
  const link = from.incident.links.find((candidate) => candidate.id === id);
  return jsonResponse(link, { status: 201, location: `/api/v1/links/${id}` });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST");
