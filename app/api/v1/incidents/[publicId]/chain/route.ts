import { z } from "zod";
import { refusing } from "@/lib/api/methods";
import { readIncident } from "@/lib/api/read-incident";
import { jsonResponse, route } from "@/lib/api/route";
import { getChain } from "@/lib/incidents/chain";

const querySchema = z.object({
  depth: z.coerce
    .number("Give 1 to 10")
    .int("Give 1 to 10")
    .min(1, "Give 1 to 10")
    .max(10, "Give 1 to 10")
    .default(3),
});

export const GET = route<{ publicId: string }>(async ({ request, params, principal }) => {
  const { depth } = querySchema.parse({ depth: new URL(request.url).searchParams.get("depth") ?? undefined });
  const { incident } = await readIncident(params.publicId, principal);
  return jsonResponse((await getChain(incident.publicId, depth)) ?? { nodes: [], links: [] });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
