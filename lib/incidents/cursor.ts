import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type IncidentSort, incidentSorts } from "./filters";

/** Where a page ended: the sort key (milliseconds or a count) and the id of its last incident. */
export type ListPosition = { key: number; publicId: string };

const cursorSchema = z.tuple([
  z.enum(incidentSorts),
  z.number(),
  z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/),
]);

/** Opaque to callers: base64url, safe in an address. */
export function encodeCursor(sort: IncidentSort, position: ListPosition): string {
  return Buffer.from(JSON.stringify([sort, position.key, position.publicId])).toString("base64url");
}

/** Throws invalid-input at "cursor" for anything that encodeCursor did not make for the same order. */
export function decodeCursor(sort: IncidentSort, cursor: string): ListPosition {
  const parsed = cursorSchema.safeParse(readJson(Buffer.from(cursor, "base64url").toString()));
  if (!parsed.success || parsed.data[0] !== sort) {
    const message = "This cursor does not belong to this list. Begin at the first page.";
    throw new AppError("invalid-input", { message, errors: [{ path: "cursor", message }] });
  }
  return { key: parsed.data[1], publicId: parsed.data[2] };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
