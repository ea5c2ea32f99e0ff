import "server-only";
import { database, type Reader } from "@/lib/db/client";

/** Under which the table of settings keeps whether review is required. */
export const reviewRequiredKey = "review-required";

/** Whether nothing becomes public without a second person; false until an administrator says so. */
export async function isReviewRequired(reader: Reader = database()): Promise<boolean> {
  const row = await reader.setting.findUnique({
    where: { key: reviewRequiredKey },
    select: { value: true },
  });
  return row?.value === true;
}
