import "server-only";
import { hasRole, type Principal } from "@/lib/auth/principal";
import { database, type Reader } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/**
 * What readers see of a report that published incidents or their links quote is an editor's to change. Throws
 * forbidden with this message for anybody else.
 */
export async function requireEditorWhereQuoted(
  principal: Principal,
  articleId: string,
  message: string,
  reader: Reader = database(),
): Promise<void> {
  if (hasRole(principal, "editor")) return;
  const quoting = { some: { articleId } };
  const isPublic = await reader.incident.count({
    where: { status: "published", OR: [{ claims: quoting }, { linksFrom: quoting }] },
  });
  if (isPublic > 0) throw new AppError("forbidden", { message });
}
