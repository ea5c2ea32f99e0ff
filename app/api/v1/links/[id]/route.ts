import { z } from "zod";
import { refusing } from "@/lib/api/methods";
import { route } from "@/lib/api/route";
import { deleteLink } from "@/lib/incidents/link-commands";

const paramsSchema = z.object({ id: z.uuid("A link is named by its id") });

export const DELETE = route<{ id: string }>(async ({ params, principal }) => {
  await deleteLink(principal, paramsSchema.parse(params).id);
  return new Response(null, { status: 204 });
});

export const { GET, POST, PUT, PATCH, OPTIONS } = refusing("DELETE");
