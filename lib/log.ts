import "server-only";
import { randomUUID } from "node:crypto";
import pino from "pino";

export const log = pino({
  level: process.env.NODE_ENV === "test" ? "silent" : "info",
  base: undefined,
  redact: ["password", "key", "authorization", "cookie", "*.password", "*.authorization", "*.cookie"],
});

/** Logs an error that nobody expected and returns the reference under which it can be found. */
export function logUnknownError(error: unknown): string {
  const reference = randomUUID().slice(0, 8);
  log.error({
    reference,
    err: error instanceof Error ? { message: error.message, stack: error.stack } : error,
  });
  return reference;
}
