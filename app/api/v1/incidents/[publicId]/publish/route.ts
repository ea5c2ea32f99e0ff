import { refusing } from "@/lib/api/methods";
import { jsonResponse, matchedVersion, readBody, route } from "@/lib/api/route";
import { publishIncident } from "@/lib/incidents/commands";
import { stepInputSchema } from "@/lib/incidents/schema";

export const POST = route<{ publicId: string }>(async ({ request, params, principal }) => {
  const version = matchedVersion(request);
  const { reason } = await readBody(request, stepInputSchema);
  const { incident } = await publishIncident(principal, params.publicId, { version, reason });
  return jsonResponse(incident, { version: incident.version });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST");
