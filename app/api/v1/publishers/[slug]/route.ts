import { refusing } from "@/lib/api/methods";
import { jsonResponse, readBody, requiredStamp, route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { deletePublisher, updatePublisher } from "@/lib/publishers/commands";
import { getPublisher } from "@/lib/publishers/queries";
import { publisherPatchSchema } from "@/lib/publishers/schema";

type Params = { slug: string };

export const GET = route<Params>(async ({ params }) => {
  const found = await getPublisher(params.slug);
  if (!found) {
    throw new AppError("not-found", { message: `There is no publisher ${params.slug}.` });
  }
  return jsonResponse(found, { version: found.updatedAt });
});

export const PATCH = route<Params>(async ({ request, params, principal }) => {
  const stamp = requiredStamp(request);
  const patch = await readBody(request, publisherPatchSchema);
  const changed = await updatePublisher(principal, params.slug, stamp, patch);
  return jsonResponse(changed, { version: changed.updatedAt });
});

export const DELETE = route<Params>(async ({ params, principal }) => {
  await deletePublisher(principal, params.slug);
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
});

export const { POST, PUT, OPTIONS } = refusing("GET", "PATCH", "DELETE");
