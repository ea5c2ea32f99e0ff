import { randomBytes } from "node:crypto";
import { connectToServer } from "@/lib/db/server-connection";

const settingKey = "secret";

/**
 * The secret that signs sessions, made at the first start. It lives in the database, so that every instance signs
 * alike and a restored backup can still read its second factors; SIGHTLINE_SECRET takes its place.
 */
export async function ensureSecret(databaseUrl: string): Promise<string> {
  const client = await connectToServer(databaseUrl);
  try {
    await client.query(
      "INSERT INTO setting (key, value, updated_at) VALUES ($1, to_jsonb($2::text), now()) ON CONFLICT (key) DO NOTHING",
      [settingKey, randomBytes(32).toString("base64url")],
    );
    const stored = await client.query<{ value: string }>("SELECT value FROM setting WHERE key = $1", [
      settingKey,
    ]);
    return stored.rows[0]?.value ?? "";
  } finally {
    await client.end();
  }
}
