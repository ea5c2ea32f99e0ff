import { refusing } from "@/lib/api/methods";
import { readAsOfParameter } from "@/lib/api/read-filter";
import { readIncident } from "@/lib/api/read-incident";
import { jsonResponse, readBody, requiredVersion, route } from "@/lib/api/route";
import { changeOrPropose } from "@/lib/incidents/proposed-change-commands";
import { incidentPatchSchema } from "@/lib/incidents/schema";

type Params = { publicId: string };

export const GET = route<Params>(async ({ request, params, principal }) => {
  const { incident } = await readIncident(params.publicId, principal, readAsOfParameter(request));
  return jsonResponse(incident, { version: incident.version });
});

/** 200 with the incident, or 202 with the proposed change where the change has to be reviewed. */
export const PATCH = route<Params>(async ({ request, params, principal }) => {
  const version = requiredVersion(request);
  const patch = await readBody(request, incidentPatchSchema);
  const outcome = await changeOrPropose(principal, params.publicId, version, patch);
  if (outcome.kind === "proposed") {
    return jsonResponse(outcome.change, { status: 202 });
  }
  const { incident } = outcome.record;
  return jsonResponse(incident, { version: incident.version });
});

export const { POST, PUT, DELETE, OPTIONS } = refusing("GET", "PATCH");
