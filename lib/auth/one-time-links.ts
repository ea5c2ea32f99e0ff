import "server-only";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Reader, Transaction } from "@/lib/db/client";

export type LinkKind = "invitation" | "password";

// Only the hash is stored: who reads the table cannot use the links.
const identifierOf = (kind: LinkKind, token: string): string =>
  `${kind}:${createHash("sha256").update(token).digest("base64url")}`;

const ofKind = (kind: LinkKind, userId: string) => ({
  value: userId,
  identifier: { startsWith: `${kind}:` },
});

/** Makes a link that works once, and ends the account's former links of this kind. */
export async function makeLink(
  transaction: Transaction,
  kind: LinkKind,
  { userId, lifetimeMs }: { userId: string; lifetimeMs: number },
): Promise<{ token: string; expiresAt: Date }> {
  await endLinks(transaction, kind, userId);
  // 256 bits.
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + lifetimeMs);
  await transaction.verification.create({
    data: { id: randomUUID(), identifier: identifierOf(kind, token), value: userId, expiresAt },
    select: { id: true },
  });
  return { token, expiresAt };
}

/** Whose link this is; null when it is unknown, used or expired. */
export async function ownerOfLink(reader: Reader, kind: LinkKind, token: string): Promise<string | null> {
  const row = await reader.verification.findFirst({
    where: { identifier: identifierOf(kind, token), expiresAt: { gt: new Date() } },
    select: { value: true },
  });
  return row?.value ?? null;
}

/** Uses a link up. @returns true for the one that came first. */
export async function spendLink(transaction: Transaction, kind: LinkKind, token: string): Promise<boolean> {
  const { count } = await transaction.verification.deleteMany({
    where: { identifier: identifierOf(kind, token), expiresAt: { gt: new Date() } },
  });
  return count === 1;
}

/** Makes the account's links of this kind useless. */
export async function endLinks(transaction: Transaction, kind: LinkKind, userId: string): Promise<void> {
  await transaction.verification.deleteMany({ where: ofKind(kind, userId) });
}

/** When the open links of this kind expire, by the account's id. */
export async function linkEnds(reader: Reader, kind: LinkKind): Promise<Map<string, Date>> {
  const rows = await reader.verification.findMany({
    where: { identifier: { startsWith: `${kind}:` }, expiresAt: { gt: new Date() } },
    select: { value: true, expiresAt: true },
  });
  return new Map(rows.map(({ value, expiresAt }) => [value, expiresAt]));
}
