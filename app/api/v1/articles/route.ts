import { refusing } from "@/lib/api/methods";
import { readArticle } from "@/lib/api/read-article";
import { jsonResponse, readBody, route } from "@/lib/api/route";
import { articleInputSchema, rawArticleMembers } from "@/lib/articles/schema";
import { importArticle } from "@/lib/incidents/article-import";

export const POST = route(async ({ request, principal }) => {
  const input = await readBody(request, articleInputSchema, rawArticleMembers);
  const { id, created } = await importArticle(principal, input);
  return jsonResponse(await readArticle(id, principal), {
    status: created ? 201 : 200,
    location: `/api/v1/articles/${id}`,
  });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST");
