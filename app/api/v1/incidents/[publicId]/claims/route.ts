import { refusing } from "@/lib/api/methods";
import { readIncident } from "@/lib/api/read-incident";
import { jsonResponse, route } from "@/lib/api/route";

export const GET = route<{ publicId: string }>(async ({ params, principal }) => {
  const { incident, claims } = await readIncident(params.publicId, principal);
  return jsonResponse({ data: claims }, { version: incident.version });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
