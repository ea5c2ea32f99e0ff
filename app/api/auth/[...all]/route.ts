import { explainError, problemResponse, readText } from "@/lib/api/route";
import { auth } from "@/lib/auth/auth";

/** Names, passwords and codes; without a limit anybody could fill the server's memory. */
const maxBodyBytes = 50_000;

const get = (request: Request): Promise<Response> => auth().handler(request);

async function post(request: Request): Promise<Response> {
  try {
    const body = (await readText(request, maxBodyBytes)) || null;
    return await auth().handler(new Request(request.url, { method: "POST", headers: request.headers, body }));
  } catch (error) {
    return problemResponse(explainError(error));
  }
}

export { get as GET, post as POST };
