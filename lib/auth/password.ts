import "server-only";
import { z } from "zod";
import { auth } from "./auth";

/** A password that somebody chooses. */
export const newPasswordSchema = z
  .string()
  .min(12, "At least 12 characters")
  .max(200, "At most 200 characters");

/** The hash under which a password is stored. */
export async function hashPassword(password: string): Promise<string> {
  const { password: hasher } = await auth().$context;
  return hasher.hash(password);
}
