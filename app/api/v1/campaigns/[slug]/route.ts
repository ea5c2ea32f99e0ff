import { refusing } from "@/lib/api/methods";
import { jsonResponse, readBody, requiredStamp, route } from "@/lib/api/route";
import { deleteCampaign, updateCampaign } from "@/lib/campaigns/commands";
import { getCampaign } from "@/lib/campaigns/queries";
import { campaignPatchSchema } from "@/lib/campaigns/schema";
import { AppError } from "@/lib/errors";

type Params = { slug: string };

export const GET = route<Params>(async ({ params }) => {
  const found = await getCampaign(params.slug);
  if (!found) {
    throw new AppError("not-found", { message: `There is no campaign ${params.slug}.` });
  }
  return jsonResponse(found, { version: found.updatedAt });
});

export const PATCH = route<Params>(async ({ request, params, principal }) => {
  const stamp = requiredStamp(request);
  const patch = await readBody(request, campaignPatchSchema);
  const changed = await updateCampaign(principal, params.slug, stamp, patch);
  return jsonResponse(changed, { version: changed.updatedAt });
});

export const DELETE = route<Params>(async ({ params, principal }) => {
  await deleteCampaign(principal, params.slug);
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
});

export const { POST, PUT, OPTIONS } = refusing("GET", "PATCH", "DELETE");
