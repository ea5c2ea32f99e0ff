import { z } from "zod";
import { refusing } from "@/lib/api/methods";
import { readArticle } from "@/lib/api/read-article";
import { jsonResponse, readBody, route } from "@/lib/api/route";
import { proposeAgain } from "@/lib/articles/commands";

const inputSchema = z.strictObject({ publishedOn: z.iso.date("Give a date as YYYY-MM-DD").optional() });

export const POST = route<{ id: string }>(async ({ request, params, principal }) => {
  const options = await readBody(request, inputSchema);
  await proposeAgain(principal, params.id, options);
  const { suggestions } = await readArticle(params.id, principal);
  return jsonResponse(suggestions);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST");
