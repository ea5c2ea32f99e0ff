import { refusing } from "@/lib/api/methods";
import { jsonResponse, readBody, requiredStamp, route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { deletePlace, updatePlace } from "@/lib/places/commands";
import { getPlace } from "@/lib/places/queries";
import { placePatchSchema } from "@/lib/places/schema";

type Params = { slug: string };

export const GET = route<Params>(async ({ params }) => {
  const found = await getPlace(params.slug);
  if (!found) {
    throw new AppError("not-found", { message: `There is no place ${params.slug}.` });
  }
  return jsonResponse(found, { version: found.updatedAt });
});

export const PATCH = route<Params>(async ({ request, params, principal }) => {
  const stamp = requiredStamp(request);
  const patch = await readBody(request, placePatchSchema);
  const changed = await updatePlace(principal, params.slug, stamp, patch);
  return jsonResponse(changed, { version: changed.updatedAt });
});

export const DELETE = route<Params>(async ({ params, principal }) => {
  await deletePlace(principal, params.slug);
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
});

export const { POST, PUT, OPTIONS } = refusing("GET", "PATCH", "DELETE");
