import { z } from "zod";
import { checkJsonInput } from "@/lib/api/json-input";
import { jsonResponse, route } from "@/lib/api/route";
import { decodePage, maxPageBytes } from "@/lib/articles/intake/decode";
import { articleInputSchema } from "@/lib/articles/schema";
import { requireRole } from "@/lib/auth/principal";
import { AppError } from "@/lib/errors";
import { importArticle } from "@/lib/incidents/article-import";

const detailsSchema = z.record(z.string(), z.string());

/** An article as a file: its bytes tell the encoding, which a text in JSON could not. */
export const POST = route(async ({ request, principal }) => {
  requireRole(principal, "contributor");
  const bytes = Number(request.headers.get("content-length") ?? Number.NaN);
  // Without a length, nothing would stop a body from filling the memory.
  if (!(bytes <= maxPageBytes + 10_000)) {
    throw new AppError("too-large", { message: "The file is larger than 5 MB. Paste the text instead." });
  }
  const form = await request.formData().catch(() => new FormData());
  const { file, ...details } = Object.fromEntries(form);
  if (!(file instanceof File)) {
    throw new AppError("invalid-input", {
      message: "Choose a file.",
      errors: [{ path: "file", message: "Choose a file." }],
    });
  }
  checkJsonInput(details);
  const content = decodePage(new Uint8Array(await file.arrayBuffer()), file.type || null);
  const isPage = /html/i.test(file.type) || /\.(x?html?|xht)$/i.test(file.name);
  const input = articleInputSchema.parse({
    ...detailsSchema.parse(details),
    ...(isPage ? { html: content } : { text: content }),
  });
  const { id, created } = await importArticle(principal, input);
  return jsonResponse({ article: { id } }, { status: created ? 201 : 200 });
});
