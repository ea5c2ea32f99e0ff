import "server-only";
import { database, type Transaction } from "./client";
import { translateDatabaseError } from "./errors";

const limits = { maxWait: 10_000, timeout: 20_000 };

/** Runs one write as one transaction; what the database refuses comes back as an AppError. */
export async function inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  try {
    return await database().$transaction(work, limits);
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
