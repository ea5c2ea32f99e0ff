import { Client, DatabaseError } from "pg";

/** A plain connection to the database of this test file, past Prisma. */
export async function connectPlainly(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}

type Refusal = { code: string; constraint: string | null; message: string };

/**
 * What the database refuses when it runs these statements and is asked to commit; null when it would commit.
 * Nothing of it stays.
 */
export async function refusalOf(
  client: Client,
  statements: readonly (string | [string, unknown[]])[],
): Promise<Refusal | null> {
  await client.query("BEGIN");
  try {
    for (const statement of statements) {
      const [text, values] = typeof statement === "string" ? [statement, []] : statement;
      await client.query(text, values);
    }
    // What a commit would check, without the commit.
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return { code: error.code ?? "", constraint: error.constraint ?? null, message: error.message };
  } finally {
    await client.query("ROLLBACK");
  }
}
