import { getActor } from "@/lib/actors/queries";
import { refusing } from "@/lib/api/methods";
import { jsonResponse, route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";

export const GET = route<{ slug: string }>(async ({ params }) => {
  const found = await getActor(params.slug);
  if (!found) {
    throw new AppError("not-found", { message: `There is no actor ${params.slug}.` });
  }
  return jsonResponse(found);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
