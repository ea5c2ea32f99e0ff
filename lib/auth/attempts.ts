import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { database } from "@/lib/db/client";

const windowMs = 10 * 60_000;
const maxAttempts = 20;

const keyOf = (email: string): string =>
  `account|${createHash("sha256").update(email.trim().toLowerCase()).digest("base64url")}`;

/**
 * Counts an attempt to sign in to an account, whether it exists or not. The limit per network address
 * alone would not hold: whoever asks directly can name another address in x-forwarded-for each time.
 * @returns false when this is one attempt too many within ten minutes.
 */
export async function countAttempt(email: string, now = Date.now()): Promise<boolean> {
  const begun = now - windowMs;
  const [row] = await database().$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limit AS r (id, key, count, last_request)
    VALUES (${randomUUID()}, ${keyOf(email)}, 1, ${now}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request <= ${begun}::bigint THEN 1 ELSE r.count + 1 END,
      last_request = CASE WHEN r.last_request <= ${begun}::bigint THEN excluded.last_request ELSE r.last_request END
    RETURNING count`;
  return (row?.count ?? 0) <= maxAttempts;
}

/** Forgets the attempts at an account, after one that was right. */
export async function forgetAttempts(email: string): Promise<void> {
  await database().rateLimit.deleteMany({ where: { key: keyOf(email) } });
}
