import { refusing } from "@/lib/api/methods";
import { jsonResponse, readBody, route } from "@/lib/api/route";
import { createCampaign } from "@/lib/campaigns/commands";
import { listCampaigns } from "@/lib/campaigns/queries";
import { campaignInputSchema } from "@/lib/campaigns/schema";

export const GET = route(async () => jsonResponse({ data: await listCampaigns() }));

export const POST = route(async ({ request, principal }) =>
  jsonResponse(await createCampaign(principal, await readBody(request, campaignInputSchema)), {
    status: 201,
  }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST");
