import { refusing } from "@/lib/api/methods";
import { readAsOfParameter } from "@/lib/api/read-filter";
import { readIncident } from "@/lib/api/read-incident";
import { jsonResponse, readBody, requiredVersion, route } from "@/lib/api/route";
import { updateIncident } from "@/lib/incidents/commands";
import { incidentPatchSchema } from "@/lib/incidents/schema";

type Params = { publicId: string };

export const GET = route<Params>(async ({ request, params, principal }) => {
  const { incident } = await readIncident(params.publicId, principal, readAsOfParameter(request));
  return jsonResponse(incident, { version: incident.version });
});

export const PATCH = route<Params>(async ({ request, params, principal }) => {
  const version = requiredVersion(request);
  const patch = await readBody(request, incidentPatchSchema);
  const { incident } = await updateIncident(principal, params.publicId, version, patch);
  return jsonResponse(incident, { version: incident.version });
});

export const { POST, PUT, DELETE, OPTIONS } = refusing("GET", "PATCH");
