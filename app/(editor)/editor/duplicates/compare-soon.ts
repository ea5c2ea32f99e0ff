import "server-only";
import { after } from "next/server";
import { catchUpDuplicates } from "@/lib/incidents/duplicate-scan";
import { logUnknownError } from "@/lib/log";

/** How long one request may go on comparing after it was answered. */
const budgetMs = 10_000;

/** Compares what changed with all other incidents once the request at hand is answered. */
export function compareSoon(): void {
  after(async () => {
    try {
      await catchUpDuplicates({ budgetMs });
    } catch (error) {
      logUnknownError(error);
    }
  });
}
