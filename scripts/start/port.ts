import { createServer } from "node:net";
import { StartError } from "@/lib/db/start-error";

/** Throws StartError when somebody else listens on the port, or when this user may not. */
export async function requireFreePort(port: number): Promise<void> {
  const code = await tryToListen(port);
  if (code === null) return;
  if (code === "EACCES") {
    throw new StartError(`Port ${port} is not open to this user: choose one above 1023 with PORT.`);
  }
  throw portTaken(port);
}

export function portTaken(port: number): StartError {
  return new StartError(
    `Port ${port} is taken by another program: stop that, or choose another port with PORT.`,
  );
}

/** Listens for a moment on all addresses, as the server will. Null when that works, else the system's reason. */
async function tryToListen(port: number): Promise<string | null> {
  return await new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
