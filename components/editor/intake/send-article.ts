import { z } from "zod";
import type { FieldError } from "@/lib/errors";
import { paths } from "@/lib/paths";

/** What the import form holds; "" and null stand for what was not given. */
export type IntakeForm = {
  url: string;
  text: string;
  file: File | null;
  title: string;
  publisher: string;
  publishedAt: string;
};

type Answer = { ok: true; id: string; isNew: boolean } | { ok: false; message: string; errors: FieldError[] };

const storedSchema = z.object({ article: z.object({ id: z.string() }) });
const problemSchema = z.object({
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

function requestOf(form: IntakeForm): [string, RequestInit] {
  const details = Object.entries({
    url: form.url.trim(),
    title: form.title.trim(),
    publisher: form.publisher.trim(),
    publishedAt: form.publishedAt,
  }).filter(([, value]) => value !== "");
  if (form.file) {
    const body = new FormData();
    for (const [name, value] of details) body.set(name, value);
    body.set("file", form.file);
    return [paths.importFile(), { method: "POST", body }];
  }
  const text = form.text.trim() === "" ? {} : { text: form.text };
  return [
    paths.api.articles(),
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...Object.fromEntries(details), ...text }),
    },
  ];
}

/** Sends an article to be stored; rejects only when the signal aborts. */
export async function sendArticle(form: IntakeForm, signal: AbortSignal): Promise<Answer> {
  const [address, init] = requestOf(form);
  try {
    const response = await fetch(address, { ...init, signal });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) {
      return { ok: true, id: storedSchema.parse(body).article.id, isNew: response.status === 201 };
    }
    const problem = problemSchema.safeParse(body);
    return problem.success
      ? { ok: false, message: problem.data.detail, errors: problem.data.errors }
      : { ok: false, message: "The server did not take the article. Try again.", errors: [] };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof TypeError)) throw error;
    return {
      ok: false,
      message: "The server cannot be reached. What you typed is still here; try again.",
      errors: [],
    };
  }
}
