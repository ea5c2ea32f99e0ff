import { deleteActor, updateActor } from "@/lib/actors/commands";
import { getActor } from "@/lib/actors/queries";
import { actorPatchSchema } from "@/lib/actors/schema";
import { refusing } from "@/lib/api/methods";
import { jsonResponse, readBody, requiredStamp, route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";

type Params = { slug: string };

export const GET = route<Params>(async ({ params }) => {
  const found = await getActor(params.slug);
  if (!found) {
    throw new AppError("not-found", { message: `There is no actor ${params.slug}.` });
  }
  return jsonResponse(found, { version: found.updatedAt });
});

export const PATCH = route<Params>(async ({ request, params, principal }) => {
  const stamp = requiredStamp(request);
  const patch = await readBody(request, actorPatchSchema);
  const changed = await updateActor(principal, params.slug, stamp, patch);
  return jsonResponse(changed, { version: changed.updatedAt });
});

export const DELETE = route<Params>(async ({ params, principal }) => {
  await deleteActor(principal, params.slug);
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
});

export const { POST, PUT, OPTIONS } = refusing("GET", "PATCH", "DELETE");
