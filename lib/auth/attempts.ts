import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { database } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

const MINUTE_MS = 60_000;

/** How many attempts within which time. */
const limits = {
  /** To sign in to an account. */
  account: { max: 20, windowMs: 10 * MINUTE_MS },
  /** To give one's own password again while signed in. */
  password: { max: 20, windowMs: 10 * MINUTE_MS },
  /** To ask for a password link for an account, and from a network address. */
  "reset-account": { max: 5, windowMs: 60 * MINUTE_MS },
  "reset-address": { max: 50, windowMs: 60 * MINUTE_MS },
} as const;
type AttemptKind = keyof typeof limits;

const keyOf = (kind: AttemptKind, subject: string): string =>
  `${kind}|${createHash("sha256").update(subject.trim().toLowerCase()).digest("base64url")}`;

/**
 * Counts an attempt, whether what it is about exists or not; the limit per network address alone would not
 * hold against many addresses.
 * @returns false when this is one attempt too many within the time of its kind.
 */
export async function countAttempt(kind: AttemptKind, subject: string, now = Date.now()): Promise<boolean> {
  const { max, windowMs } = limits[kind];
  const begun = now - windowMs;
  const [row] = await database().$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limit AS r (id, key, count, last_request)
    VALUES (${randomUUID()}, ${keyOf(kind, subject)}, 1, ${now}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request <= ${begun}::bigint THEN 1 ELSE r.count + 1 END,
      last_request = CASE WHEN r.last_request <= ${begun}::bigint THEN excluded.last_request ELSE r.last_request END
    RETURNING count`;
  return (row?.count ?? 0) <= max;
}

/** Counts an attempt; throws too-many-requests for one too many. */
export async function requireAttempt(kind: AttemptKind, subject: string): Promise<void> {
  if (!(await countAttempt(kind, subject))) {
    const minutes = limits[kind].windowMs / MINUTE_MS;
    throw new AppError("too-many-requests", {
      message: `Too many attempts. Try again in ${minutes} minutes.`,
    });
  }
}

/** Forgets the attempts, after one that was right. */
export async function forgetAttempts(kind: AttemptKind, subject: string): Promise<void> {
  await database().rateLimit.deleteMany({ where: { key: keyOf(kind, subject) } });
}
