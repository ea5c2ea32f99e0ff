import { refusing } from "@/lib/api/methods";
import { jsonResponse, matchedVersion, readBody, route } from "@/lib/api/route";
import { mergeIncidents } from "@/lib/incidents/merge-commands";
import { mergeBodySchema } from "@/lib/incidents/merge-schema";

export const POST = route<{ publicId: string }>(async ({ request, params, principal }) => {
  const loserVersion = matchedVersion(request);
  const { into, ...input } = await readBody(request, mergeBodySchema);
  const merge = { ...input, loser: params.publicId, loserVersion, winner: into };
  const { incident } = (await mergeIncidents(principal, merge)).winner;
  return jsonResponse(incident, { version: incident.version });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST");
