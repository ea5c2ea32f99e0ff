import { refusing } from "@/lib/api/methods";
import { readAsOfParameter } from "@/lib/api/read-filter";
import { readIncident } from "@/lib/api/read-incident";
import { jsonResponse, route } from "@/lib/api/route";

export const GET = route<{ publicId: string }>(async ({ request, params, principal }) => {
  const asOf = readAsOfParameter(request);
  const { incident, claims } = await readIncident(params.publicId, principal, asOf);
  return jsonResponse({ data: claims }, { version: incident.version });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
