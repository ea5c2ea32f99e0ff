import { createApiKey } from "@/lib/auth/api-keys";
import { systemPrincipal } from "@/lib/auth/principal";
import type { FieldError } from "@/lib/errors";
import type { ProposedQuote } from "@/lib/extraction/proposal";
import type { Role } from "@/lib/taxonomy/terms";
import { makeUser } from "../factories";

const site = "http://localhost:3000";

/** The API key of a new account. */
export async function makeKey(role: Role): Promise<string> {
  const { email } = await makeUser({ role });
  return (await createApiKey(systemPrincipal, { email, name: "Test" })).key;
}

type Handler<Params> = (
  request: Request,
  context: { params: Promise<Params> },
) => Response | Promise<Response>;

/** The members of answers that tests read on; a missing one makes the assertion about it fail. */
type Body = {
  id: string;
  publicId: string;
  slug: string;
  title: string;
  version: number;
  /** Of an incident, or the number in a problem document. */
  status: string | number;
  detail: string;
  errors: FieldError[];
  data: { publicId: string; action: string }[];
  total: number;
  nextCursor: string | null;
  items: { publicId: string }[];
  links: unknown[];
  article: { id: string };
  suggestions: { incidents: { quotes: ProposedQuote[] }[] };
};

type Answer = { status: number; headers: Headers; text: string; body: Body };

/** Asks a route handler as a program would: with a key where given, the body as JSON. */
export async function ask<Params extends Record<string, string> = Record<string, never>>(
  handler: Handler<Params>,
  path: string,
  options: {
    method?: string;
    params?: Params;
    key?: string;
    body?: unknown;
    version?: number | string;
    headers?: Record<string, string>;
  } = {},
): Promise<Answer> {
  const { key, body, version, params } = options;
  const headers = new Headers(options.headers);
  if (key) headers.set("authorization", `Bearer ${key}`);
  if (version !== undefined) headers.set("if-match", typeof version === "number" ? `"${version}"` : version);
  const request = new Request(site + path, {
    method: options.method ?? (body === undefined ? "GET" : "POST"),
    headers,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  // A handler without parameters reads none.
  const response = await handler(request, { params: Promise.resolve((params ?? {}) as Params) });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  // Every member that a test reads is asserted on.
  const answer = (isJson ? JSON.parse(text) : {}) as Body;
  return { status: response.status, headers: response.headers, text, body: answer };
}
