import { refusing } from "@/lib/api/methods";
import { readArticle } from "@/lib/api/read-article";
import { jsonResponse, route } from "@/lib/api/route";

export const GET = route<{ id: string }>(async ({ params, principal }) =>
  jsonResponse(await readArticle(params.id, principal)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET");
