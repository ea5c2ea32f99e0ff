import "server-only";
import { AppError } from "@/lib/errors";
import { Prisma } from "./generated/client";

const unreachable = new Set([
  "P1000",
  "P1001",
  "P1002",
  "P1003",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
]);
// A NUL, half of a surrogate pair in JSON, and the words of Prisma's own parser for the latter.
const unstorableText = new Set(["22021", "22P02", "22P05", "P2007"]);
const isHalfCharacter = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientUnknownRequestError && error.message.includes("hex escape");
const serialization = new Set(["P2034", "40001", "40P01"]);

function codesOf(error: unknown): string[] {
  if (typeof error !== "object" || error === null) {
    return [];
  }
  const { code, cause, meta } = error as {
    code?: unknown;
    cause?: unknown;
    meta?: { driverAdapterError?: unknown };
  };
  const own = typeof code === "string" ? [code] : [];
  const original = (error as { originalCode?: unknown }).originalCode;
  return [
    ...own,
    ...(typeof original === "string" ? [original] : []),
    ...codesOf(cause),
    ...codesOf(meta?.driverAdapterError),
  ];
}

/**
 * What the database refused, in the words of the application: a broken invariant is a conflict, a lost
 * connection is unavailable. Errors that are not the database's come back as they are.
 */
export function translateDatabaseError(error: unknown): unknown {
  const codes = codesOf(error);
  if (codes.some((code) => unreachable.has(code))) {
    return new AppError("unavailable", { message: "The database does not answer. Try again in a moment." });
  }
  if (codes.some((code) => serialization.has(code))) {
    return new AppError("conflict", { message: "Two changes met at the same moment. Try again." });
  }
  if (codes.includes("P2002") || codes.includes("23505")) {
    return new AppError("conflict", { message: "The same is stored already." });
  }
  if (codes.includes("P2003") || codes.includes("23503") || codes.includes("23001")) {
    return new AppError("conflict", {
      message: "Something that this refers to does not exist, or is still used.",
    });
  }
  if (codes.includes("P2004") || codes.includes("23514")) {
    return new AppError("invalid-input", {
      message: "The database refused a value that breaks one of its rules.",
    });
  }
  if (codes.some((code) => unstorableText.has(code)) || isHalfCharacter(error)) {
    return new AppError("invalid-input", {
      message: "The text holds something that cannot be stored, such as half of a character.",
    });
  }
  if (codes.includes("22008")) {
    return new AppError("invalid-input", { message: "A date lies outside of what can be stored." });
  }
  if (codes.includes("P2025")) {
    return new AppError("not-found", { message: "Somebody removed this in the meantime." });
  }
  return error;
}
