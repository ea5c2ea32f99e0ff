import { nothingHere } from "@/lib/api/methods";
import { explainError, problemResponse, readText } from "@/lib/api/route";
import { auth } from "@/lib/auth/auth";

/**
 * What of Better Auth is reached from outside. People and keys are managed by the commands of lib/auth,
 * which keep the last administrator and limit what is written; its own endpoints for that stay closed.
 */
const open = ["GET /api/auth/get-session", "POST /api/auth/sign-in/email", "POST /api/auth/sign-out"];

/** Names, passwords and codes; without a limit anybody could fill the server's memory. */
const maxBodyBytes = 50_000;

async function handle(request: Request): Promise<Response> {
  const { method, headers, url } = request;
  if (!open.includes(`${method} ${new URL(url).pathname}`)) {
    return nothingHere(request);
  }
  if (method === "GET") {
    return auth().handler(request);
  }
  try {
    const body = (await readText(request, maxBodyBytes)) || null;
    return await auth().handler(new Request(url, { method, headers, body }));
  } catch (error) {
    return problemResponse(explainError(error));
  }
}

export { handle as GET, handle as POST };
