import "server-only";

/**
 * Why Sightline cannot start, in one sentence for the person at the terminal: what is wrong and what to do.
 * Whoever starts something prints the message alone and exits with 1.
 */
export class StartError extends Error {
  override readonly name = "StartError";
}

const diskFullCodes = new Set(["ENOSPC", "EDQUOT", "53100"]);
const diskFullWords = /No space left on device|ENOSPC|Disk quota exceeded/;

/** Whether an error of Node.js, of PostgreSQL (53100 disk_full) or of a child's output means a full disk. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && diskFullCodes.has(String(error.code))) return true;
  return diskFullWords.test(error.message) || isDiskFull(error.cause);
}
