import { refusing } from "@/lib/api/methods";
import { jsonResponse, matchedVersion, readBody, route } from "@/lib/api/route";
import { restoreIncident } from "@/lib/incidents/commands";
import { restoreInputSchema } from "@/lib/incidents/schema";

export const POST = route<{ publicId: string }>(async ({ request, params, principal }) => {
  const seen = matchedVersion(request);
  const input = await readBody(request, restoreInputSchema);
  const { incident } = await restoreIncident(principal, params.publicId, { ...input, seen });
  return jsonResponse(incident, { version: incident.version });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST");
