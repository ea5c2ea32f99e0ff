"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signIn } from "@/lib/auth/sign-in";
import { isLocalPath, paths } from "@/lib/paths";

const formSchema = z.object({
  email: z.string().trim().max(300),
  password: z.string().max(1000),
  next: z.string().max(2000).catch(""),
});

export type SignInState = { email: string; problem: string };

/** Signs in and goes on to the page that was asked for; else says what is wrong. Works without a script. */
export async function signInAction(_before: SignInState, data: FormData): Promise<SignInState> {
  const read = formSchema.safeParse(Object.fromEntries(data));
  if (!read.success) {
    return { email: "", problem: "Give your e-mail address and your password." };
  }
  const { email, password, next } = read.data;
  if (email === "" || password === "") {
    return { email, problem: "Give your e-mail address and your password." };
  }
  const problem = await signIn({ email, password }, await headers());
  if (problem !== null) {
    return { email, problem };
  }
  redirect(isLocalPath(next) ? next : paths.editor());
}
