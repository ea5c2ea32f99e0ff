import "server-only";
import { AppError } from "@/lib/errors";
import { problemResponse } from "./route";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Handler = (request: Request) => Response;

const allowOf = (taken: readonly Method[]): string =>
  [...taken, ...(taken.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");

const refusal =
  (taken: readonly Method[]): Handler =>
  (request) => {
    const message = `${request.method} is not done here, but ${taken.join(" and ")}.`;
    const response = problemResponse(new AppError("method-not-allowed", { message }));
    response.headers.set("Allow", allowOf(taken));
    return response;
  };

const listing =
  (taken: readonly Method[]): Handler =>
  () =>
    new Response(null, { status: 204, headers: { Allow: allowOf(taken) } });

/** Handlers for what a route does not take: 405 as a problem document that says what it takes, and OPTIONS. */
export function refusing(...taken: Method[]): Record<Method | "OPTIONS", Handler> {
  const refuse = refusal(taken);
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: listing(taken) };
}

/** The answer at an address below /api/v1 that nothing has. */
export const nothingHere: Handler = (request) =>
  problemResponse(
    new AppError("not-found", {
      message: `There is nothing at ${new URL(request.url).pathname.slice(0, 200)}. /api/v1/openapi.json says what there is.`,
    }),
  );
