import { z } from "zod";
import { refusing } from "@/lib/api/methods";
import { route } from "@/lib/api/route";
import { deleteLink } from "@/lib/incidents/link-commands";

const idSchema = z.uuid("A link is named by its id");

export const DELETE = route<{ id: string }>(async ({ params, principal }) => {
  await deleteLink(principal, idSchema.parse(params.id));
  return new Response(null, { status: 204 });
});

export const { GET, POST, PUT, PATCH, OPTIONS } = refusing("DELETE");
