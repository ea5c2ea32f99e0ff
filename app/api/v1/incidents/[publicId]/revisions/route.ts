import { refusing } from "@/lib/api/methods";
import { readIncident } from "@/lib/api/read-incident";
import { jsonResponse, route } from "@/lib/api/route";
import { hasRole } from "@/lib/auth/principal";
import { listRevisions } from "@/lib/incidents/permalink-queries";

export const GET = route<{ publicId: string }>(async ({ params, principal }) => {
  const { incident } = await readIncident(params.publicId, principal);
  const includeUnpublished = principal !== null && hasRole(principal, "contributor");
  return jsonResponse({ data: await listRevisions(incident.publicId, { includeUnpublished }) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
