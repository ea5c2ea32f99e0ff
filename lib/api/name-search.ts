import "server-only";
import { z } from "zod";

const searchSchema = z.object({
  q: z.string().trim().max(200, "At most 200 characters").default(""),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/** What a list of names is asked for: the words typed so far and how many names are wanted. */
export function readNameSearch(request: Request): z.output<typeof searchSchema> {
  const params = new URL(request.url).searchParams;
  return searchSchema.parse({ q: params.get("q") ?? undefined, limit: params.get("limit") ?? undefined });
}
