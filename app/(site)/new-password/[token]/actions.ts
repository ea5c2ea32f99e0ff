"use server";

import { redirect } from "next/navigation";
import { formProblem } from "@/lib/api/form-problem";
import { newPasswordInputSchema, resetPassword } from "@/lib/auth/password-reset";
import { currentAddress } from "@/lib/auth/session";
import { paths } from "@/lib/paths";

export type NewPasswordState = { name: string; problem: string };

/** Stores the password that somebody chose through a link. */
export async function newPasswordAction(
  _before: NewPasswordState,
  data: FormData,
): Promise<NewPasswordState> {
  try {
    const { token, password } = Object.fromEntries(data);
    await resetPassword(newPasswordInputSchema.parse({ token, password }), await currentAddress());
  } catch (error) {
    return { name: "", problem: formProblem(error) };
  }
  redirect(paths.signInAfterReset());
}
