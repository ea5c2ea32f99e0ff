"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { formProblem } from "@/lib/api/form-problem";
import { acceptanceSchema, acceptInvitation } from "@/lib/auth/invitations";
import { currentAddress } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import { paths } from "@/lib/paths";

export type AcceptState = { name: string; problem: string };

/** Gives an invited account its name and password, and signs in. */
export async function acceptInvitationAction(_before: AcceptState, data: FormData): Promise<AcceptState> {
  const { token, name, password } = Object.fromEntries(data);
  try {
    const accepted = acceptanceSchema.parse({ token, name, password });
    const { email } = await acceptInvitation(accepted, await currentAddress());
    await signIn({ email, password: accepted.password }, await headers());
  } catch (error) {
    return { name: String(name ?? "").slice(0, 100), problem: formProblem(error) };
  }
  redirect(paths.editor());
}
