import { refusing } from "@/lib/api/methods";
import { jsonResponse, readBody, route } from "@/lib/api/route";
import { unmergeBodySchema } from "@/lib/incidents/merge-schema";
import { unmergeIncidents } from "@/lib/incidents/unmerge-commands";

export const POST = route<{ publicId: string }>(async ({ request, params, principal }) => {
  const { reason } = await readBody(request, unmergeBodySchema);
  const { loser, winner, kept } = await unmergeIncidents(principal, { publicId: params.publicId, reason });
  const { incident } = loser;
  return jsonResponse({ incident, winner: winner.incident, kept }, { version: incident.version });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST");
