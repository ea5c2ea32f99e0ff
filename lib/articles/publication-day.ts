import "server-only";
import { z } from "zod";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { addDays } from "@/lib/dates/zones";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { proposeAgain, publicationDayIsPublic } from "./commands";
import { requireEditorWhereQuoted } from "./public-quotes";

export const publicationDaySchema = z.strictObject({
  articleId: z.uuid(),
  /** The day that the editor was shown; null when the article had none. */
  shown: z.iso.date().nullable(),
  publishedOn: z.iso.date("Give a date as YYYY-MM-DD"),
});

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/**
 * An editor says when an article was published: the day that was inferred, or another one. From then on it counts
 * as given. Another day moves the relative days of the open proposals, so these are made again; what was accepted
 * or rejected stays. Throws invalid-input for a day to come (a day's grace for time zones), not-found, and conflict
 * when somebody else changed the day in the meantime. Contributors and above; another day of a report that
 * published incidents quote, editors.
 */
export async function confirmPublicationDay(
  principal: Principal | null,
  { articleId, shown, publishedOn }: z.infer<typeof publicationDaySchema>,
  today = new Date().toISOString().slice(0, 10),
): Promise<{ isReadAgain: boolean }> {
  requireRole(principal, "contributor");
  if (publishedOn > addDays(today, 1)) {
    const message = "A report cannot have been published on a day to come.";
    throw new AppError("invalid-input", { message, errors: [{ path: "publishedOn", message }] });
  }
  if (publishedOn !== shown) {
    await requireEditorWhereQuoted(principal, articleId, publicationDayIsPublic);
  }
  const { count } = await database().article.updateMany({
    where: { id: articleId, publishedOn: shown === null ? null : asDate(shown) },
    data: { publishedOn: asDate(publishedOn), publishedOnFrom: "given" },
  });
  if (count === 0) {
    const exists = await database().article.findUnique({ where: { id: articleId }, select: { id: true } });
    throw exists
      ? new AppError("conflict", {
          message: "Somebody else changed the publication day in the meantime. Load the page again.",
        })
      : new AppError("not-found", { message: "There is no such article." });
  }
  const isReadAgain = publishedOn !== shown;
  if (isReadAgain) {
    await proposeAgain(principal, articleId);
  }
  return { isReadAgain };
}
