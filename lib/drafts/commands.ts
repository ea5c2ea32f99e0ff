import "server-only";
import type { z } from "zod";
import { type Principal, requireRole } from "@/lib/auth/principal";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { formDraftSchema } from "./schema";

function ownerId(principal: Principal | null): string {
  requireRole(principal, "contributor");
  if (principal.id === null) {
    throw new AppError("forbidden", { message: "Only people keep drafts." });
  }
  return principal.id;
}

/** Keeps what somebody has typed so far; the last save of the same person wins. */
export async function saveFormDraft(
  principal: Principal | null,
  { key, body }: z.output<typeof formDraftSchema>,
): Promise<{ savedAt: string }> {
  const userId = ownerId(principal);
  // Parsed from JSON by its schema, so it is JSON.
  const json = body as Prisma.InputJsonObject;
  const { updatedAt } = await database().formDraft.upsert({
    where: { userId_key: { userId, key } },
    create: { userId, key, body: json },
    update: { body: json },
    select: { updatedAt: true },
  });
  return { savedAt: updatedAt.toISOString() };
}

/** Forgets a draft, once its form was saved or given up. */
export async function discardFormDraft(principal: Principal | null, key: string): Promise<void> {
  await database().formDraft.deleteMany({ where: { userId: ownerId(principal), key } });
}
