import { refusing } from "@/lib/api/methods";
import { jsonResponse, route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { getPlace } from "@/lib/places/queries";

export const GET = route<{ slug: string }>(async ({ params }) => {
  const found = await getPlace(params.slug);
  if (!found) {
    throw new AppError("not-found", { message: `There is no place ${params.slug}.` });
  }
  return jsonResponse(found);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
