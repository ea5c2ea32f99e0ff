import "server-only";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";

type Own = { id: string; name: string };

const tables = { actor: Prisma.sql`actor`, place: Prisma.sql`place` };

function refuse(message: string): never {
  throw new AppError("invalid-input", { message, errors: [{ path: "parent", message }] });
}

/**
 * The id of the parent with this slug, null for none. Throws invalid-input at `parent` when there is no such
 * entry, or when it is own itself or below it. own: the entry that gets the parent; null for a new one.
 */
export async function parentIdOf(
  transaction: Transaction,
  kind: keyof typeof tables,
  slug: string | null,
  own: Own | null = null,
): Promise<string | null> {
  if (slug === null) return null;
  const above = await transaction.$queryRaw<Own[]>`
    WITH RECURSIVE above AS (
      SELECT id, parent_id, name, 0 AS steps FROM ${tables[kind]} WHERE slug = ${slug}
      UNION ALL SELECT p.id, p.parent_id, p.name, above.steps + 1
        FROM above JOIN ${tables[kind]} p ON p.id = above.parent_id WHERE above.steps < 50
    ) SELECT id, name FROM above ORDER BY steps`;
  const [parent] = above;
  if (!parent) refuse(`There is no ${kind} "${slug}".`);
  if (own && parent.id === own.id) refuse(`${own.name} cannot be a part of itself.`);
  if (own && above.some(({ id }) => id === own.id)) {
    refuse(`${parent.name} is already a part of ${own.name}: one of the two has to be the whole.`);
  }
  return parent.id;
}
