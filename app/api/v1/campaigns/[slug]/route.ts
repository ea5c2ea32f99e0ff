import { refusing } from "@/lib/api/methods";
import { jsonResponse, route } from "@/lib/api/route";
import { getCampaign } from "@/lib/campaigns/queries";
import { AppError } from "@/lib/errors";

export const GET = route<{ slug: string }>(async ({ params }) => {
  const found = await getCampaign(params.slug);
  if (!found) {
    throw new AppError("not-found", { message: `There is no campaign ${params.slug}.` });
  }
  return jsonResponse(found);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
