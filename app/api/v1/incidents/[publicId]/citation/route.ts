import { z } from "zod";
import { refusing } from "@/lib/api/methods";
import { readIncident } from "@/lib/api/read-incident";
import { route } from "@/lib/api/route";
import { citationOf, citationStyles } from "@/lib/incidents/citation";

const querySchema = z.object({
  style: z.enum(citationStyles, `Give one of ${citationStyles.join(", ")}`).default("apa"),
});

const mediaTypes: Record<(typeof citationStyles)[number], string> = {
  apa: "text/plain; charset=utf-8",
  bibtex: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
  "csl-json": "application/vnd.citationstyles.csl+json",
};

export const GET = route<{ publicId: string }>(async ({ request, params, principal }) => {
  const { style } = querySchema.parse({ style: new URL(request.url).searchParams.get("style") ?? undefined });
  const { incident } = await readIncident(params.publicId, principal);
  return new Response(citationOf(incident, style), { headers: { "Content-Type": mediaTypes[style] } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
