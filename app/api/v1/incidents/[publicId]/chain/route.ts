import { z } from "zod";
import { refusing } from "@/lib/api/methods";
import { readIncident } from "@/lib/api/read-incident";
import { jsonResponse, route } from "@/lib/api/route";
import { getChain } from "@/lib/incidents/chain";

const depthSchema = z.coerce.number("depth must be 1 to 10").int().min(1).max(10).default(3);

export const GET = route<{ publicId: string }>(async ({ request, params, principal }) => {
  const depth = depthSchema.parse(new URL(request.url).searchParams.get("depth") ?? undefined);
  const { incident } = await readIncident(params.publicId, principal);
  return jsonResponse((await getChain(incident.publicId, depth)) ?? { nodes: [], links: [] });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
