import { refusing } from "@/lib/api/methods";
import { jsonResponse, matchedVersion, readBody, route } from "@/lib/api/route";
import { retractIncident } from "@/lib/incidents/commands";
import { reasonSchema } from "@/lib/incidents/schema";

export const POST = route<{ publicId: string }>(async ({ request, params, principal }) => {
  const version = matchedVersion(request);
  const { reason } = await readBody(request, reasonSchema);
  const { incident } = await retractIncident(principal, params.publicId, { version, reason });
  return jsonResponse(incident, { version: incident.version });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST");
