"use server";

import { after } from "next/server";
import { formProblem } from "@/lib/api/form-problem";
import { askForPasswordLink, sendPasswordLink } from "@/lib/auth/password-reset";
import { currentAddress } from "@/lib/auth/session";
import { logUnknownError } from "@/lib/log";

export type AskState = { email: string; problem: string; isSent: boolean };

/**
 * Asks for a password link. Whether there is such an account is looked up after the answer, so that neither its
 * words nor its time tell.
 */
export async function askPasswordAction(_before: AskState, data: FormData): Promise<AskState> {
  const email = String(data.get("email") ?? "").slice(0, 300);
  try {
    const address = await currentAddress();
    const asked = await askForPasswordLink(email, address);
    after(() => sendPasswordLink(asked, address).catch(logUnknownError));
    return { email: asked, problem: "", isSent: true };
  } catch (error) {
    return { email, problem: formProblem(error), isSent: false };
  }
}
