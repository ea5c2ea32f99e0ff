import "server-only";
import { z } from "zod";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { principalOfRequest } from "@/lib/auth/session";
import { translateDatabaseError } from "@/lib/db/errors";
import { AppError, type FieldError, problemOf } from "@/lib/errors";
import { logUnknownError } from "@/lib/log";
import { isFromElsewhere } from "./foreign-site";
import { checkJsonInput } from "./json-input";

const MAX_BODY_BYTES = 6_000_000;
/** More field errors than this help nobody. */
const MAX_FIELD_ERRORS = 50;

export type RouteContext<Params> = { request: Request; params: Params; principal: Principal | null };

/** Zod's issues as the field errors of a problem document. */
const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues
    .slice(0, MAX_FIELD_ERRORS)
    .map((issue) => ({ path: issue.path.join("."), message: issue.message }));

/** Every failure as an AppError; what was not expected is logged under a reference that the user sees. */
export function explainError(error: unknown): AppError {
  if (error instanceof z.ZodError) {
    const errors = fieldErrors(error);
    const named = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; ");
    return new AppError("invalid-input", { message: named.replace(/\.?$/, "."), errors });
  }
  const translated = translateDatabaseError(error);
  if (translated instanceof AppError) {
    return translated;
  }
  const reference = logUnknownError(translated);
  return new AppError("internal", {
    message: `Something went wrong on our side. Nothing was saved. Tell the administrator this reference: ${reference}.`,
  });
}

/** An error as a problem document (RFC 9457). */
export function problemResponse(error: AppError): Response {
  const problem = problemOf(error);
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  if (problem.status === 401) {
    headers.set("WWW-Authenticate", "Bearer");
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** A failure as the answer to a request; one for an incident that was merged leads to where that is now. */
function failureResponse(request: Request, error: AppError): Response {
  const response = problemResponse(error);
  const into = error.details.extra?.into;
  if (error.code === "moved" && typeof into === "string") {
    const { pathname, search } = new URL(request.url);
    const there = pathname.replace(/\/incidents\/[^/]+/, `/incidents/${into}`);
    response.headers.set("Location", there + search);
  }
  return response;
}

const isRead = ({ method }: Request): boolean => method === "GET" || method === "HEAD";

// A form on another site can post only these without asking first (CORS preflight); a cookie must not let it write.
function refuseForeignWrite(request: Request): void {
  if (!isRead(request) && !request.headers.has("authorization") && isFromElsewhere(request.headers)) {
    throw new AppError("forbidden", { message: "Another site must send an API key to write." });
  }
}

/** Wraps a route handler: who asks, the work, and every failure as a problem document. */
export function route<Params>(work: (context: RouteContext<Params>) => Promise<Response>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    try {
      refuseForeignWrite(request);
      const principal = await principalOfRequest(request);
      if (!isRead(request) && !principal) {
        await discardBody(request);
        requireRole(principal, "viewer");
      }
      return await work({ request, params: await context.params, principal });
    } catch (error) {
      // Nobody reads what a client that has gone would be told.
      return request.signal.aborted ? goneResponse() : failureResponse(request, explainError(error));
    }
  };
}

const goneResponse = (): Response => new Response(null, { status: 499, statusText: "Client Closed Request" });

/**
 * The JSON body, checked; throws invalid-input or too-large.
 * @param rawMembers see checkJsonInput.
 */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  rawMembers: readonly string[] = [],
): Promise<z.output<Schema>> {
  const text = await readText(request, MAX_BODY_BYTES);
  let json: unknown;
  try {
    json = text === "" ? {} : JSON.parse(text);
  } catch {
    throw new AppError("invalid-input", { message: "The body is not JSON." });
  }
  checkJsonInput(json, rawMembers);
  return schema.parse(json);
}

// A stranger's body is not worth keeping, but who still sends one when the answer comes may never read it.
async function discardBody(request: Request): Promise<void> {
  const reader = request.body?.getReader();
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader?.cancel();
      return;
    }
  }
}

/** The body as text, never more than so many bytes of it in memory; throws too-large. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new AppError("too-large", { message: `The body is larger than ${bytesInWords(maxBytes)}.` });
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const bytesInWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;

/** The version of If-Match: "<version>"; undefined without the header. */
export function matchedVersion(request: Request): number | undefined {
  const header = request.headers.get("if-match");
  if (header === null) {
    return undefined;
  }
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (!version) {
    throw new AppError("invalid-input", {
      message: 'If-Match must hold the version in quotes, such as If-Match: "3".',
    });
  }
  return Number(version);
}

/** The version that a change must name; throws version-required. */
export function requiredVersion(request: Request): number {
  const version = matchedVersion(request);
  if (version === undefined) {
    throw new AppError("version-required", {
      message: 'Send the version that you changed as If-Match: "<version>".',
    });
  }
  return version;
}

/** The updatedAt of the state that a change was made from, as If-Match gives it; throws version-required. */
export function requiredStamp(request: Request): string {
  const header = request.headers.get("if-match");
  if (header === null) {
    throw new AppError("version-required", {
      message: 'Send the updatedAt of what you changed as If-Match: "<updatedAt>".',
    });
  }
  const stamp = z.iso.datetime().safeParse(/^(?:W\/)?"([^"]*)"$/.exec(header.trim())?.[1]);
  if (!stamp.success) {
    throw new AppError("invalid-input", {
      message: 'If-Match must hold updatedAt in quotes, such as If-Match: "2026-11-22T09:30:00.000Z".',
    });
  }
  return stamp.data;
}

/** The key of Idempotency-Key, under which a sender repeats what may have been lost; null without the header. */
export function idempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new AppError("invalid-input", {
      message: "Idempotency-Key must hold 1 to 200 visible characters of ASCII, such as a UUID.",
    });
  }
  return key;
}

/** A JSON answer; its ETag is the version of an incident or the updatedAt of another entry, where given. */
export function jsonResponse(
  body: unknown,
  options: { status?: number; version?: number | string; location?: string } = {},
): Response {
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (options.version !== undefined) {
    headers.set("ETag", `"${options.version}"`);
  }
  if (options.location) {
    headers.set("Location", options.location);
  }
  return Response.json(body, { status: options.status ?? 200, headers });
}
