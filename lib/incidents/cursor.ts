import { z } from "zod";
import { AppError } from "@/lib/errors";
import { maxRelevance, relevanceStep } from "./relevance";
import { type IncidentSort, incidentSorts } from "./sorts";

/** Where a page ended: the sort key (milliseconds, a count, or both: see relevance.ts) and the id of its last incident. */
export type ListPosition = { key: number; publicId: string };

/** Keys that the database can compare with: counts fit its integer, instants the years 1 to 9999. */
const keyBounds = {
  instant: { min: Date.parse("0001-01-01T00:00:00Z"), max: Date.parse("9999-12-31T23:59:59.999Z") },
  count: { min: -1, max: 2 ** 31 - 1 },
} as const;

const boundsOf = (sort: IncidentSort): { min: number; max: number } => {
  if (sort === "-killed") return keyBounds.count;
  const { min, max } = keyBounds.instant;
  return { min, max: sort === "relevance" ? max + maxRelevance * relevanceStep : max };
};

const cursorSchema = z.tuple([z.enum(incidentSorts), z.int(), z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)]);

/** Opaque to callers: base64url, safe in an address. */
export function encodeCursor(sort: IncidentSort, position: ListPosition): string {
  return Buffer.from(JSON.stringify([sort, position.key, position.publicId])).toString("base64url");
}

function readCursor(sort: IncidentSort, cursor: string): ListPosition | null {
  const parsed = cursorSchema.safeParse(readJson(Buffer.from(cursor, "base64url").toString()));
  if (!parsed.success) {
    return null;
  }
  const [ownSort, key, publicId] = parsed.data;
  const { min, max } = boundsOf(sort);
  return ownSort === sort && key >= min && key <= max ? { key, publicId } : null;
}

/** True for a cursor that encodeCursor made for this order. */
export const isCursorOf = (sort: IncidentSort, cursor: string): boolean => readCursor(sort, cursor) !== null;

/** Throws invalid-input at "cursor" for anything that encodeCursor did not make for the same order. */
export function decodeCursor(sort: IncidentSort, cursor: string): ListPosition {
  const position = readCursor(sort, cursor);
  if (!position) {
    const message = "This cursor does not belong to this list. Begin at the first page.";
    throw new AppError("invalid-input", { message, errors: [{ path: "cursor", message }] });
  }
  return position;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
