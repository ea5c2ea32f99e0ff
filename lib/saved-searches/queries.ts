import "server-only";
import { database, type Reader } from "@/lib/db/client";
import { maxSavedSearches, type SavedSearch } from "./schema";

/** The searches that a person keeps, by name. */
export async function listSavedSearches(userId: string, reader: Reader = database()): Promise<SavedSearch[]> {
  return reader.savedSearch.findMany({
    where: { userId },
    select: { id: true, name: true, query: true },
    orderBy: { name: "asc" },
    take: maxSavedSearches,
  });
}
